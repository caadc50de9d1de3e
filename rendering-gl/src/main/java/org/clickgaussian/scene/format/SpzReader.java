package org.clickgaussian.scene.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Reads Niantic's SPZ of versions 2 to 4; for its numbers see {@link SpzCodes}.
 *
 * <p>Versions 2 and 3 are one gzip stream: {@link SpzHeader}, then the columns one after another.
 * Version 4 is a head of 32 bytes (byte 15: number of streams; bytes 16–19: where their table
 * begins), a table of compressed and uncompressed lengths, 8 bytes each, and each column as a
 * Zstandard frame; without higher harmonics their stream is missing.
 */
final class SpzReader {
  private static final int HEAD_OF_VERSION_4 = 32;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MappedFile file;
  private SpzHeader header;
  private final byte[][] columns = new byte[SpzHeader.COLUMNS][0];

  private SpzReader(MappedFile file) {
    this.file = file;
  }

  /** Whether a file begins like SPZ, or like any gzip stream. */
  static boolean looksLikeSpz(MappedFile file) {
    if (file.size() < 4) {
      return false;
    }
    int start = file.content().get(INT, 0);
    return start == SpzHeader.MAGIC || (start & 0xffff) == GZIPInputStream.GZIP_MAGIC;
  }

  static LoadedSplat read(MappedFile file, Workers workers, Progress progress) {
    SpzReader reader = new SpzReader(file);
    progress.update(0, "unpacking " + file.name());
    try {
      if (file.content().get(INT, 0) == SpzHeader.MAGIC) {
        reader.readStreams();
      } else {
        reader.readGzip();
      }
    } catch (IOException e) {
      throw file.fault("is SPZ, damaged or cut off (" + AtomicFile.reason(e) + "); copy it again");
    }
    return reader.fill(workers, progress);
  }

  private void readGzip() throws IOException {
    try (InputStream stream =
        new GZIPInputStream(
            new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16), 1 << 16)) {
      header = SpzHeader.parse(stream.readNBytes(SpzHeader.BYTES), file);
      for (int column = 0; column < columns.length; column++) {
        columns[column] = wholeColumn(stream, column);
      }
      // Extensions may follow; only at its end does a gzip stream check its sum.
      stream.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void readStreams() throws IOException {
    MemorySegment content = file.content();
    if (content.byteSize() < HEAD_OF_VERSION_4) {
      throw file.fault("ends in its header; copy it again");
    }
    byte[] head = content.asSlice(0, SpzHeader.BYTES).toArray(ValueLayout.JAVA_BYTE);
    header = SpzHeader.parse(head, file);
    int streams = Byte.toUnsignedInt(head[15]);
    int needed = header.degree() == 0 ? SpzHeader.COLUMNS - 1 : SpzHeader.COLUMNS;
    long table = Integer.toUnsignedLong(content.get(INT, SpzHeader.BYTES));
    long at = table + 16L * streams;
    if (header.version() < 4 || streams < needed || at > content.byteSize()) {
      throw file.fault("has no table of its %d columns; copy it again".formatted(needed));
    }
    for (int column = 0; column < needed; column++) {
      long packed = content.get(LONG, table + 16L * column);
      long unpacked = content.get(LONG, table + 16L * column + 8);
      if (packed < 0
          || packed > content.byteSize() - at
          || unpacked != header.columnBytes(column)) {
        throw file.fault(
            "has a column of another length than its %,d Gaussians need; copy it again"
                .formatted(header.count()));
      }
      byte[] bytes = content.asSlice(at, packed).toArray(ValueLayout.JAVA_BYTE);
      try (InputStream stream = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
        columns[column] = wholeColumn(stream, column);
      }
      at += packed;
    }
  }

  /** What a header claims costs no memory before the bytes are there. */
  private byte[] wholeColumn(InputStream stream, int column) throws IOException {
    byte[] bytes = stream.readNBytes(header.columnBytes(column));
    if (bytes.length < header.columnBytes(column)) {
      throw file.fault(
          "ends before its %,d Gaussians are complete; copy it again".formatted(header.count()));
    }
    return bytes;
  }

  private LoadedSplat fill(Workers workers, Progress progress) {
    GaussianScene scene = GaussianScene.allocate(header.count(), Math.min(3, header.degree()));
    LoadedSplat loaded =
        SceneFilling.fill(
            scene,
            SplatFormat.SPZ,
            file.name(),
            (from, to) -> {
              double[] quaternion = new double[4];
              for (int i = from; i < to; i++) {
                setShape(scene, i, quaternion);
                setColour(scene, i);
              }
            },
            workers,
            progress);
    if (header.degree() <= 3) {
      return loaded;
    }
    List<String> warnings = new ArrayList<>(loaded.warnings());
    warnings.add("harmonics of degree 4 are left out");
    return new LoadedSplat(loaded.scene(), loaded.format(), warnings);
  }

  private void setShape(GaussianScene scene, int i, double[] quaternion) {
    double unit = Math.scalb(1.0, -header.fractionalBits());
    for (int axis = 0; axis < 3; axis++) {
      byte[] positions = columns[0];
      int at = 9 * i + 3 * axis;
      int fixed = positions[at + 2] << 16 | value(0, at + 1) << 8 | value(0, at);
      scene.set(scene.positions(), axis, i, (float) (fixed * unit * SpzCodes.axisSign(axis)));
      scene.set(scene.logScales(), axis, i, (float) SpzCodes.logScale(value(3, 3 * i + axis)));
    }
    if (header.version() == 2) {
      SpzCodes.firstThree(value(4, 3 * i), value(4, 3 * i + 1), value(4, 3 * i + 2), quaternion);
    } else {
      int packed =
          value(4, 4 * i)
              | value(4, 4 * i + 1) << 8
              | value(4, 4 * i + 2) << 16
              | value(4, 4 * i + 3) << 24;
      SpzCodes.smallestThree(packed, quaternion);
    }
    for (int component = 0; component < 4; component++) {
      int sign = component == 0 ? 1 : SpzCodes.axisSign(component - 1);
      scene.set(scene.rotations(), component, i, (float) (sign * quaternion[component]));
    }
  }

  private void setColour(GaussianScene scene, int i) {
    scene.set(scene.opacityLogits(), 0, i, (float) Quantised.toOpacityLogit(value(1, i)));
    int row = header.rowBytes(5);
    for (int channel = 0; channel < 3; channel++) {
      double constant = SpzCodes.constantHarmonic(value(2, 3 * i + channel));
      scene.set(scene.harmonics(), channel, i, (float) constant);
      for (int k = 1; k < scene.harmonicsCoefficients(); k++) {
        double coefficient = SpzCodes.harmonic(value(5, row * i + 3 * (k - 1) + channel));
        scene.set(
            scene.harmonics(),
            3 * k + channel,
            i,
            (float) (coefficient * SpzCodes.harmonicSign(k)));
      }
    }
  }

  private int value(int column, int at) {
    return Byte.toUnsignedInt(columns[column][at]);
  }
}
