package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The {@code .splat} format: rows of 32 bytes, little-endian, without a header.
 *
 * <ul>
 *   <li>bytes 0–11: position, 3 floats;
 *   <li>bytes 12–23: standard deviations (not logarithms), 3 floats;
 *   <li>bytes 24–27: red, green, blue, opacity, 0 to 255;
 *   <li>bytes 28–31: unit quaternion w, x, y, z, each as 128 + 128 · component.
 * </ul>
 */
final class SplatRows {
  private static final int ROW = 32;
  private static final int SAMPLED_ROWS = 1024;
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private SplatRows() {}

  /** Reads a file that has no other format's signature. */
  static LoadedSplat read(MappedFile file, Workers workers, Progress progress) {
    int count = checkedCount(file);
    GaussianScene scene = GaussianScene.allocate(count, 0);
    return SceneFilling.fill(
        scene,
        SplatFormat.SPLAT,
        file.name(),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            readRow(file.content(), i, scene);
          }
        },
        workers,
        progress);
  }

  private static int checkedCount(MappedFile file) {
    boolean named = file.name().toLowerCase(Locale.ROOT).endsWith(".splat");
    if (named && file.size() % ROW != 0) {
      throw file.fault(
          "is %d bytes long, not a multiple of the 32 bytes of a .splat row; copy it again"
              .formatted(file.size()));
    }
    if (file.size() % ROW != 0 || !looksPlausible(file.content())) {
      throw file.fault("is no splat that is known; a .ply or a .splat is needed");
    }
    return SceneFilling.checkedCount(file, file.size() / ROW);
  }

  /** Without a signature only the numbers tell: half of the rows must have a place and a size. */
  private static boolean looksPlausible(MemorySegment content) {
    long rows = content.byteSize() / ROW;
    long step = Math.max(1, rows / SAMPLED_ROWS);
    int plausible = 0;
    int looked = 0;
    for (long row = 0; row < rows; row += step) {
      looked++;
      plausible += isPlausible(content, row * ROW) ? 1 : 0;
    }
    return 2 * plausible >= looked;
  }

  private static boolean isPlausible(MemorySegment content, long offset) {
    for (int axis = 0; axis < 3; axis++) {
      float position = content.get(FLOAT, offset + 4 * axis);
      float deviation = content.get(FLOAT, offset + 12 + 4 * axis);
      if (!(Math.abs(position) < 1e9f && deviation >= 0 && deviation < 1e9f)) {
        return false;
      }
    }
    return true;
  }

  private static void readRow(MemorySegment content, int i, GaussianScene scene) {
    long offset = (long) i * ROW;
    for (int axis = 0; axis < 3; axis++) {
      scene.set(scene.positions(), axis, i, content.get(FLOAT, offset + 4 * axis));
      float deviation = content.get(FLOAT, offset + 12 + 4 * axis);
      // Flat Gaussians have a deviation of 0, whose logarithm no float can hold.
      double positive = deviation == 0 ? Float.MIN_NORMAL : deviation;
      scene.set(scene.logScales(), axis, i, (float) Math.log(positive));
      int colour = Byte.toUnsignedInt(content.get(BYTE, offset + 24 + axis));
      double coefficient = Quantised.coefficient(colour / 255.0);
      scene.set(scene.harmonics(), axis, i, (float) coefficient);
    }
    int opacity = Byte.toUnsignedInt(content.get(BYTE, offset + 27));
    scene.set(scene.opacityLogits(), 0, i, (float) Quantised.toOpacityLogit(opacity));
    for (int component = 0; component < 4; component++) {
      int value = Byte.toUnsignedInt(content.get(BYTE, offset + 28 + component));
      scene.set(scene.rotations(), component, i, (value - 128) / 128f);
    }
  }

  /**
   * Writes the Gaussians in the order of their file.
   *
   * @throws InputException if there are none, or the file cannot be written
   */
  static void write(GaussianScene scene, Path file, Workers workers, Progress progress) {
    if (scene.count() == 0) {
      throw InputException.in(file, "a .splat cannot hold zero Gaussians; write a .ply instead");
    }
    int[] order = SceneOrder.fileOrder(scene);
    TableFile.write(
        file,
        new byte[0],
        List.of(
            new TableFile.Table(
                order.length,
                ROW,
                (rows, row, offset) -> writeRow(scene, order[row], rows, offset))),
        workers,
        progress);
  }

  private static void writeRow(GaussianScene scene, int i, ByteBuffer rows, int offset) {
    double length = 0;
    for (int component = 0; component < 4; component++) {
      length += (double) scene.rotation(i, component) * scene.rotation(i, component);
    }
    length = Math.sqrt(length);
    for (int axis = 0; axis < 3; axis++) {
      rows.putFloat(offset + 4 * axis, scene.position(i, axis));
      rows.putFloat(offset + 12 + 4 * axis, (float) Math.exp(scene.logScale(i, axis)));
      double colour = Quantised.colour(scene.harmonic(i, 0, axis));
      rows.put(offset + 24 + axis, (byte) Quantised.ofFraction(colour, 8));
    }
    rows.put(offset + 27, (byte) Quantised.ofOpacityLogit(scene.opacityLogit(i)));
    for (int component = 0; component < 4; component++) {
      long value = Math.round(scene.rotation(i, component) / length * 128) + 128;
      rows.put(offset + 28 + component, (byte) Math.clamp(value, 0L, 255L));
    }
  }
}
