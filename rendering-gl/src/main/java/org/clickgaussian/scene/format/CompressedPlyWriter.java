package org.clickgaussian.scene.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Writes PlayCanvas' compressed PLY.
 *
 * <p>The rows follow a curve through space, not the order of the scene's file: each chunk of 256
 * rows spans its own box in steps of 1/2047, and neighbours in space make small boxes.
 */
final class CompressedPlyWriter {
  private final GaussianScene scene;
  private final int[] order;
  private final ChunkRanges ranges;

  private CompressedPlyWriter(GaussianScene scene, Workers workers) {
    this.scene = scene;
    this.order = SceneOrder.curveOrder(scene, workers);
    this.ranges = ChunkRanges.of(scene, order, workers);
  }

  static void write(GaussianScene scene, Path file, Workers workers, Progress progress) {
    new CompressedPlyWriter(scene, workers).write(file, workers, progress);
  }

  private void write(Path file, Workers workers, Progress progress) {
    int chunks = ChunkRanges.chunks(order.length);
    int rest = 3 * (scene.harmonicsCoefficients() - 1);
    List<TableFile.Table> tables = new ArrayList<>();
    tables.add(new TableFile.Table(chunks, 4 * 18, this::encodeChunk));
    tables.add(new TableFile.Table(order.length, 4 * 4, this::encodeGaussian));
    if (rest > 0) {
      tables.add(new TableFile.Table(order.length, rest, this::encodeHarmonics));
    }
    TableFile.write(file, header(chunks, rest), tables, workers, progress);
  }

  private byte[] header(int chunks, int rest) {
    StringBuilder header = new StringBuilder("ply\nformat binary_little_endian 1.0\n");
    header.append("element chunk ").append(chunks).append('\n');
    for (String name : ChunkRanges.propertyNames()) {
      header.append("property float ").append(name).append('\n');
    }
    header.append("element vertex ").append(order.length).append('\n');
    for (String name : CompressedPlyReader.PACKED) {
      header.append("property uint ").append(name).append('\n');
    }
    if (rest > 0) {
      header.append("element sh ").append(order.length).append('\n');
      for (int i = 0; i < rest; i++) {
        header.append("property uchar ").append(InriaLayout.REST).append(i).append('\n');
      }
    }
    return header.append("end_header\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void encodeChunk(ByteBuffer rows, int chunk, int offset) {
    for (int n = 0; n < 18; n++) {
      rows.putFloat(offset + 4 * n, ranges.number(chunk, n));
    }
  }

  private void encodeGaussian(ByteBuffer rows, int row, int offset) {
    double[] at = fractions(row, ChunkRanges.POSITION);
    double[] scale = fractions(row, ChunkRanges.SCALE);
    double[] colour = fractions(row, ChunkRanges.COLOUR);
    int i = order[row];
    double[] rotation = new double[4];
    for (int component = 0; component < 4; component++) {
      rotation[component] = scene.rotation(i, component);
    }
    int opacity = Quantised.ofOpacityLogit(scene.opacityLogit(i));
    rows.putInt(offset, PackedGaussian.packFractions(at[0], at[1], at[2]));
    rows.putInt(offset + 4, PackedGaussian.packRotation(rotation));
    rows.putInt(offset + 8, PackedGaussian.packFractions(scale[0], scale[1], scale[2]));
    rows.putInt(offset + 12, PackedGaussian.packBytes(colour[0], colour[1], colour[2], opacity));
  }

  private double[] fractions(int row, int quantity) {
    double[] fractions = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double value = ChunkRanges.value(scene, order[row], quantity, axis);
      fractions[axis] = ranges.fraction(row / ChunkRanges.CHUNK, quantity, axis, value);
    }
    return fractions;
  }

  private void encodeHarmonics(ByteBuffer rows, int row, int offset) {
    int rest = scene.harmonicsCoefficients() - 1;
    for (int channel = 0; channel < 3; channel++) {
      for (int k = 1; k <= rest; k++) {
        int value = PackedGaussian.packHarmonic(scene.harmonic(order[row], k, channel));
        rows.put(offset + channel * rest + k - 1, (byte) value);
      }
    }
  }
}
