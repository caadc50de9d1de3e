package org.clickgaussian.scene.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Encoding;
import org.clickgaussian.scene.format.PlyHeader.Property;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Reads PlayCanvas' compressed PLY; see {@link PackedGaussian} and {@link ChunkRanges}. */
final class CompressedPlyReader {
  /** The properties of the element "vertex". */
  static final List<String> PACKED =
      List.of("packed_position", "packed_rotation", "packed_scale", "packed_color");

  private static final int RANGES_WITHOUT_COLOUR = 12;

  private final MappedFile file;
  private final PlyHeader header;
  private final PlyBody body;
  private final Element vertex;
  private final Element harmonics;
  private final int degree;

  CompressedPlyReader(MappedFile file, PlyHeader header) {
    this.file = file;
    this.header = header;
    if (header.encoding() == Encoding.ASCII) {
      throw file.fault("is a compressed splat in text form, which no program writes");
    }
    this.vertex = element("vertex");
    this.harmonics = header.element("sh").orElse(null);
    this.degree = degree();
    this.body = new PlyBody(file, header);
    SceneFilling.checkedCount(file, vertex.count());
  }

  /** Whether a PLY file is of this format rather than one with a column for each value. */
  static boolean isCompressed(PlyHeader header) {
    return header.element("vertex").filter(vertex -> vertex.has(PACKED.getFirst())).isPresent();
  }

  private Element element(String name) {
    return header
        .element(name)
        .orElseThrow(() -> file.fault("lacks the element " + name + " of a compressed splat"));
  }

  private int degree() {
    if (harmonics == null) {
      return 0;
    }
    if (harmonics.count() != vertex.count()) {
      throw file.fault(
          "has %d rows of harmonics for %d Gaussians; export the file again"
              .formatted(harmonics.count(), vertex.count()));
    }
    for (int candidate = 1; candidate <= 3; candidate++) {
      if (harmonics.properties().size() == 3 * (candidate + 1) * (candidate + 1) - 3) {
        return candidate;
      }
    }
    throw file.fault("the element sh has not 9, 24 or 45 properties; export the file again");
  }

  LoadedSplat read(Workers workers, Progress progress) {
    Rows packed = rows(vertex, PACKED, PlyType.UINT32);
    List<String> restNames = new ArrayList<>();
    for (int i = 0; i < 3 * (degree + 1) * (degree + 1) - 3; i++) {
      restNames.add(InriaLayout.REST + i);
    }
    Rows rest = degree == 0 ? null : rows(harmonics, restNames, PlyType.UINT8);
    ChunkRanges ranges = ranges();
    GaussianScene scene = GaussianScene.allocate((int) vertex.count(), degree);
    return SceneFilling.fill(
        scene,
        SplatFormat.COMPRESSED_PLY,
        file.name(),
        (from, to) -> {
          unpack(packed.read(from, to), packed, ranges, scene, from, to);
          if (rest != null) {
            unpackHarmonics(rest.read(from, to), rest, scene, from, to);
          }
        },
        workers,
        progress);
  }

  private ChunkRanges ranges() {
    Element chunk = element("chunk");
    int chunks = ChunkRanges.chunks((int) vertex.count());
    if (chunk.count() != chunks) {
      throw file.fault(
          "has %d chunks for %d Gaussians, but %d are needed; export the file again"
              .formatted(chunk.count(), vertex.count(), chunks));
    }
    List<String> names = ChunkRanges.propertyNames();
    int numbers = chunk.has("min_r") ? names.size() : RANGES_WITHOUT_COLOUR;
    Rows rows = rows(chunk, names.subList(0, numbers), PlyType.FLOAT32);
    ByteBuffer bytes = rows.read(0, chunks);
    float[] values = new float[18 * chunks];
    for (int c = 0; c < chunks; c++) {
      // Without ranges of their own, colours go from 0 to 1.
      Arrays.fill(values, 18 * c + 15, 18 * c + 18, 1);
      for (int n = 0; n < numbers; n++) {
        values[18 * c + n] = bytes.getFloat(rows.offset(c, n));
      }
    }
    return new ChunkRanges(values);
  }

  private static void unpack(
      ByteBuffer bytes, Rows packed, ChunkRanges ranges, GaussianScene scene, int from, int to) {
    double[] rotation = new double[4];
    for (int i = from; i < to; i++) {
      int chunk = i / ChunkRanges.CHUNK;
      int position = bytes.getInt(packed.offset(i - from, 0));
      int scale = bytes.getInt(packed.offset(i - from, 2));
      int colour = bytes.getInt(packed.offset(i - from, 3));
      for (int axis = 0; axis < 3; axis++) {
        double at = PackedGaussian.fraction(position, axis);
        double size = PackedGaussian.fraction(scale, axis);
        double red = Quantised.toFraction(colour >>> 24 - 8 * axis, 8);
        double x = ranges.value(chunk, ChunkRanges.POSITION, axis, at);
        double logScale = ranges.value(chunk, ChunkRanges.SCALE, axis, size);
        double value = ranges.value(chunk, ChunkRanges.COLOUR, axis, red);
        scene.set(scene.positions(), axis, i, (float) x);
        scene.set(scene.logScales(), axis, i, (float) logScale);
        scene.set(scene.harmonics(), axis, i, (float) Quantised.coefficient(value));
      }
      scene.set(scene.opacityLogits(), 0, i, (float) Quantised.toOpacityLogit(colour));
      PackedGaussian.unpackRotation(bytes.getInt(packed.offset(i - from, 1)), rotation);
      for (int component = 0; component < 4; component++) {
        scene.set(scene.rotations(), component, i, (float) rotation[component]);
      }
    }
  }

  private static void unpackHarmonics(
      ByteBuffer bytes, Rows rest, GaussianScene scene, int from, int to) {
    int coefficients = scene.harmonicsCoefficients() - 1;
    for (int channel = 0; channel < 3; channel++) {
      for (int k = 1; k <= coefficients; k++) {
        int property = channel * coefficients + k - 1;
        for (int i = from; i < to; i++) {
          int value = Byte.toUnsignedInt(bytes.get(rest.offset(i - from, property)));
          double coefficient = PackedGaussian.unpackHarmonic(value);
          scene.set(scene.harmonics(), 3 * k + channel, i, (float) coefficient);
        }
      }
    }
  }

  private Rows rows(Element element, List<String> names, PlyType type) {
    int[] offsets = new int[names.size()];
    Arrays.fill(offsets, -1);
    int offset = 0;
    for (Property property : element.properties()) {
      int wanted = names.indexOf(property.name());
      if (property.isList() || wanted >= 0 && property.type() != type) {
        throw file.fault(
            "the property %s of %s has another type than in a compressed splat"
                .formatted(property.name(), element.name()));
      }
      if (wanted >= 0) {
        offsets[wanted] = offset;
      }
      offset += property.type().bytes();
    }
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] < 0) {
        throw file.fault(
            "lacks the property %s of %s; export the file again"
                .formatted(names.get(i), element.name()));
      }
    }
    return new Rows(body.start(element), element.rowBytes(), offsets);
  }

  /** The rows of an element and where in a row each wanted property is. */
  private final class Rows {
    private final long start;
    private final int rowBytes;
    private final int[] offsets;

    Rows(long start, int rowBytes, int[] offsets) {
      this.start = start;
      this.rowBytes = rowBytes;
      this.offsets = offsets;
    }

    /** The bytes of some rows. */
    ByteBuffer read(int from, int to) {
      long bytes = (long) (to - from) * rowBytes;
      return file.content()
          .asSlice(start + (long) from * rowBytes, bytes)
          .asByteBuffer()
          .order(header.encoding().byteOrder());
    }

    /** Where a property of a row is in what was read. */
    int offset(int row, int property) {
      return row * rowBytes + offsets[property];
    }
  }
}
