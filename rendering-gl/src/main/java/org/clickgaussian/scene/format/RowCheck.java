package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.scene.format.InriaLayout.Attribute;
import org.clickgaussian.work.Workers;

/**
 * Finds the Gaussians with which nothing can be drawn: NaN or infinite values, or a quaternion
 * whose length is zero or infinite in float.
 */
final class RowCheck {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final int MAGNITUDE = 0x7fffffff;
  private static final int INFINITY = 0x7f800000;
  private static final int NAMED_ROWS = 5;

  private final GaussianScene scene;
  private final boolean[] invalid;

  RowCheck(GaussianScene scene) {
    this.scene = scene;
    this.invalid = new boolean[scene.count()];
  }

  /** Checks the Gaussians from {@code from} to {@code to} (exclusive); safe for several threads. */
  void check(int from, int to) {
    int[] bits = new int[to - from];
    for (Attribute attribute : Attribute.values()) {
      MemorySegment planes = attribute.planes(scene);
      for (long at = from; 4 * at < planes.byteSize(); at += scene.count()) {
        MemorySegment.copy(planes, INT, 4 * at, bits, 0, bits.length);
        if (greatestMagnitude(bits) >= INFINITY) {
          markNonFinite(bits, from);
        }
      }
    }
    markWithoutRotation(from, to);
  }

  /** The bits of a float without its sign, as an integer, grow with its magnitude; NaN is last. */
  private static int greatestMagnitude(int[] bits) {
    int greatest = 0;
    for (int value : bits) {
      greatest = Math.max(greatest, value & MAGNITUDE);
    }
    return greatest;
  }

  private void markNonFinite(int[] bits, int from) {
    for (int i = 0; i < bits.length; i++) {
      if ((bits[i] & MAGNITUDE) >= INFINITY) {
        invalid[from + i] = true;
      }
    }
  }

  private void markWithoutRotation(int from, int to) {
    for (int i = from; i < to; i++) {
      float sum = 0;
      for (int component = 0; component < 4; component++) {
        float value = scene.rotation(i, component);
        sum += value * value;
      }
      if (!(sum > 0 && sum < Float.POSITIVE_INFINITY)) {
        invalid[i] = true;
      }
    }
  }

  /**
   * What was read, without the invalid rows. The scene given at construction is in the result, or
   * closed.
   */
  LoadedSplat keepValid(SplatFormat format, Workers workers) {
    int[] valid = rows(false);
    if (valid.length == scene.count()) {
      return new LoadedSplat(scene, format, List.of());
    }
    try (scene) {
      List<String> warnings = List.of(warning(rows(true)));
      return new LoadedSplat(SceneOrder.select(scene, valid, workers), format, warnings);
    }
  }

  private int[] rows(boolean wanted) {
    return IntStream.range(0, invalid.length).filter(i -> invalid[i] == wanted).toArray();
  }

  private static String warning(int[] rows) {
    String named =
        IntStream.of(rows)
            .limit(NAMED_ROWS)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return "%d Gaussian%s with NaN, infinite values or no rotation left out (row%s %s%s)"
        .formatted(
            rows.length,
            rows.length == 1 ? "" : "s",
            rows.length == 1 ? "" : "s",
            named,
            rows.length > NAMED_ROWS ? ", …" : "");
  }
}
