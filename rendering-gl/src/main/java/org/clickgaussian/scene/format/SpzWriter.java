package org.clickgaussian.scene.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Writes SPZ of version 3, which all readers of the last years know; see {@link SpzCodes} and
 * {@link SpzReader}. Positions take as many fractional bits as let the farthest one fit.
 */
final class SpzWriter {
  private static final int VERSION = 3;
  private static final int MOST_FRACTIONAL_BITS = 20;
  private static final int PIECE_ROWS = 1 << 15;

  private final GaussianScene scene;
  private final int[] order;
  private final SpzHeader header;

  private SpzWriter(GaussianScene scene) {
    this.scene = scene;
    this.order = SceneOrder.fileOrder(scene);
    this.header =
        new SpzHeader(VERSION, scene.count(), scene.harmonicsDegree(), fractionalBits(scene));
  }

  private static int fractionalBits(GaussianScene scene) {
    double farthest = 0;
    for (int i = 0; i < scene.count(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        farthest = Math.max(farthest, Math.abs(scene.position(i, axis)));
      }
    }
    int bits = MOST_FRACTIONAL_BITS;
    while (bits > 0 && Math.scalb(farthest, bits) > SpzCodes.MOST) {
      bits--;
    }
    return bits;
  }

  /**
   * Writes the Gaussians in the order of their file.
   *
   * @return what the format could not hold
   * @throws org.clickgaussian.io.InputException if the file cannot be written
   */
  static List<String> write(GaussianScene scene, Path file, Workers workers, Progress progress) {
    SpzWriter writer = new SpzWriter(scene);
    int pieces = Workers.pieces(scene.count(), PIECE_ROWS);
    PieceProgress done =
        new PieceProgress(progress, "writing " + file.getFileName(), SpzHeader.COLUMNS * pieces);
    AtomicFile.write(
        file,
        stream -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(stream, 1 << 16)) {
            gzip.write(writer.head());
            for (int column = 0; column < SpzHeader.COLUMNS; column++) {
              writer.writeColumn(gzip, column, workers, done);
            }
          }
        });
    return writer.losses();
  }

  private byte[] head() {
    ByteBuffer head = ByteBuffer.allocate(SpzHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(SpzHeader.MAGIC).putInt(VERSION).putInt(header.count());
    head.put((byte) header.degree()).put((byte) header.fractionalBits());
    return head.array();
  }

  private void writeColumn(OutputStream stream, int column, Workers workers, PieceProgress done)
      throws IOException {
    int row = header.rowBytes(column);
    if (row == 0) {
      return;
    }
    int batch = PIECE_ROWS * workers.threads();
    for (int start = 0; start < order.length; start += batch) {
      int from = start;
      int rows = Math.min(batch, order.length - start);
      ByteBuffer bytes = ByteBuffer.allocate(rows * row).order(ByteOrder.LITTLE_ENDIAN);
      workers.forRanges(
          rows,
          PIECE_ROWS,
          (piece, first, last) -> {
            for (int i = first; i < last; i++) {
              put(bytes, i * row, column, order[from + i]);
            }
            done.pieceDone();
          });
      stream.write(bytes.array());
    }
  }

  private void put(ByteBuffer bytes, int at, int column, int i) {
    switch (column) {
      case 0 -> putPosition(bytes, at, i);
      case 1 -> bytes.put(at, (byte) Quantised.ofOpacityLogit(scene.opacityLogit(i)));
      case 2, 3 -> {
        for (int c = 0; c < 3; c++) {
          int value =
              column == 2
                  ? SpzCodes.ofConstantHarmonic(scene.harmonic(i, 0, c))
                  : SpzCodes.ofLogScale(scene.logScale(i, c));
          bytes.put(at + c, (byte) value);
        }
      }
      case 4 -> {
        double[] quaternion = new double[4];
        for (int c = 0; c < 4; c++) {
          int sign = c == 0 ? 1 : SpzCodes.axisSign(c - 1);
          quaternion[c] = sign * (double) scene.rotation(i, c);
        }
        bytes.putInt(at, SpzCodes.ofSmallestThree(quaternion));
      }
      default -> putHarmonics(bytes, at, i);
    }
  }

  private void putPosition(ByteBuffer bytes, int at, int i) {
    for (int axis = 0; axis < 3; axis++) {
      double shifted =
          Math.scalb((double) scene.position(i, axis), header.fractionalBits())
              * SpzCodes.axisSign(axis);
      int fixed = (int) Math.clamp(Math.round(shifted), -SpzCodes.MOST, SpzCodes.MOST);
      for (int b = 0; b < 3; b++) {
        bytes.put(at + 3 * axis + b, (byte) (fixed >> 8 * b));
      }
    }
  }

  private void putHarmonics(ByteBuffer bytes, int at, int i) {
    for (int k = 1; k < scene.harmonicsCoefficients(); k++) {
      for (int channel = 0; channel < 3; channel++) {
        double coefficient = scene.harmonic(i, k, channel) * SpzCodes.harmonicSign(k);
        bytes.put(at + 3 * (k - 1) + channel, (byte) SpzCodes.ofHarmonic(coefficient));
      }
    }
  }

  private List<String> losses() {
    long moved = 0;
    long resized = 0;
    for (int i = 0; i < scene.count(); i++) {
      boolean far = false;
      boolean odd = false;
      for (int axis = 0; axis < 3; axis++) {
        far |=
            Math.scalb(Math.abs(scene.position(i, axis)), header.fractionalBits()) > SpzCodes.MOST;
        odd |= scene.logScale(i, axis) < -10.04 || scene.logScale(i, axis) > 5.97;
      }
      moved += far ? 1 : 0;
      resized += odd ? 1 : 0;
    }
    List<String> losses = new ArrayList<>();
    if (moved > 0) {
      losses.add("%,d Gaussians lie too far out for the format and were moved".formatted(moved));
    }
    if (resized > 0) {
      losses.add(
          "%,d Gaussians are smaller than e^-10 or larger than e^6 units and were brought there"
              .formatted(resized));
    }
    return losses;
  }
}
