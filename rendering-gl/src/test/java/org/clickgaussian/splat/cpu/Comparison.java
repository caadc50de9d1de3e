package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/**
 * Compares two rasterisers' views of the same scene. Where a pixel is blended from the same
 * Gaussians by both, its values must agree closely. Where rounding put a Gaussian on the other side
 * of a threshold (α of 1/255, transmittance of 1e-4, border of a tile), the lists differ: such
 * pixels are counted, and may differ by what a Gaussian at the threshold can change.
 */
public final class Comparison {
  private final boolean[] sameGaussians;
  private final int flips;

  /** Compares the blend weights of all pixels of two views of the same camera. */
  public Comparison(SplattedView expected, SplattedView actual) {
    int[] pixels = IntStream.range(0, pixels(expected)).toArray();
    sameGaussians = new boolean[pixels.length];
    int different = 0;
    try (BlendWeights a = expected.blendWeights(pixels);
        BlendWeights b = actual.blendWeights(pixels)) {
      for (int pixel : pixels) {
        sameGaussians[pixel] = sameRow(a, b, pixel);
        different += sameGaussians[pixel] ? 0 : 1;
      }
    }
    flips = different;
  }

  /** The number of pixels of a view. */
  public static int pixels(SplattedView view) {
    return view.camera().width() * view.camera().height();
  }

  private static boolean sameRow(BlendWeights a, BlendWeights b, int row) {
    long length = a.rowStart(row + 1) - a.rowStart(row);
    if (b.rowStart(row + 1) - b.rowStart(row) != length) {
      return false;
    }
    for (long e = 0; e < length; e++) {
      if (a.gaussian(a.rowStart(row) + e) != b.gaussian(b.rowStart(row) + e)) {
        return false;
      }
    }
    return true;
  }

  /** The number of pixels blended from different Gaussians. */
  public int flips() {
    return flips;
  }

  /** Largest difference in pixels without a flip, for arrays with several floats a pixel. */
  public double largestDifference(float[] expected, float[] actual) {
    assertThat(actual).hasSameSizeAs(expected);
    int perPixel = expected.length / sameGaussians.length;
    double largest = 0;
    for (int k = 0; k < expected.length; k++) {
      if (sameGaussians[k / perPixel]) {
        largest = Math.max(largest, Math.abs((double) expected[k] - actual[k]));
      }
    }
    return largest;
  }

  /** Checks colour, alpha and depth, those of flipped pixels roughly. */
  public void checkFrames(Frame expected, Frame actual, double tolerance) {
    assertThat(largestDifference(expected.rgb(), actual.rgb())).isLessThan(tolerance);
    assertThat(largestDifference(expected.alpha(), actual.alpha())).isLessThan(tolerance);
    assertThat(largestDifference(expected.depth(), actual.depth())).isLessThan(10 * tolerance);
    for (int k = 0; k < expected.rgb().length; k++) {
      assertThat((double) actual.rgb()[k]).isCloseTo(expected.rgb()[k], within(0.05));
    }
  }
}
