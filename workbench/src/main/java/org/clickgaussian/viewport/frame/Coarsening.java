package org.clickgaussian.viewport.frame;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.clickgaussian.scene.Camera;

/**
 * Decides how coarse a frame is while the camera moves: as fine as is expected to take no longer
 * than {@value #MOST_MILLISECONDS} ms, by what frames of the same mode took before.
 */
final class Coarsening {
  /** What a frame may take while the camera moves. */
  static final double MOST_MILLISECONDS = 50;

  /** Every how many pixels one is rendered, at most. */
  static final int COARSEST = 3;

  /** Pixels whose features are blended at most: 24 floats of each make 400 MB. */
  private static final int MOST_FEATURE_PIXELS = 1 << 22;

  private final Map<ViewportMode, double[]> measured = new EnumMap<>(ViewportMode.class);

  /** How coarse a frame must be, even at rest, so that what is blended for it fits into memory. */
  static int divisorForMemory(ViewportMode mode, Camera camera) {
    long pixels = (long) camera.width() * camera.height();
    int divisor = 1;
    while (mode.needsFeatures() && pixels > (long) divisor * divisor * MOST_FEATURE_PIXELS) {
      divisor++;
    }
    return divisor;
  }

  /** Takes what a frame took whose view was rendered from the start. */
  void measured(ViewportMode mode, int divisor, double milliseconds) {
    if (divisor > COARSEST) {
      return;
    }
    double[] times = measured.computeIfAbsent(mode, each -> new double[COARSEST + 1]);
    times[divisor] = milliseconds;
    // What coarser frames took before says nothing of where the camera is now.
    Arrays.fill(times, divisor + 1, times.length, 0);
  }

  /** Every how many pixels, along each axis, one is to be rendered: 1 is full. */
  int divisor(ViewportMode mode, boolean moving) {
    double[] times = measured.get(mode);
    if (!moving || times == null) {
      return 1;
    }
    int divisor = 1;
    while (divisor < COARSEST && expected(times, divisor) > MOST_MILLISECONDS) {
      divisor++;
    }
    return divisor;
  }

  /**
   * What a frame is expected to take: what the last took, but no more than a coarser one since
   * would if all its time grew with the pixels. So a slow first frame does not coarsen all that
   * follow.
   */
  private static double expected(double[] times, int divisor) {
    double expected = times[divisor];
    for (int coarser = divisor + 1; coarser <= COARSEST; coarser++) {
      if (times[coarser] > 0 && expected > 0) {
        double growth = coarser / (double) divisor;
        expected = Math.min(expected, growth * growth * times[coarser]);
      }
    }
    return expected;
  }
}
