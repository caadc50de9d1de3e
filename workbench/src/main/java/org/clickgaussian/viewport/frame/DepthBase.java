package org.clickgaussian.viewport.frame;

import java.util.Arrays;
import org.clickgaussian.splat.Frame;

/**
 * How far away each pixel is, Σ w z / Σ w, on a colour scale that runs over the logarithm, from the
 * nearest to the farthest hundredth of the image: one speck in front of the lens, or the sky, does
 * not take all colours. Near is light. Pixels that are covered by less than half are black.
 */
final class DepthBase {
  private static final double OUTLIERS = 0.01;

  /** Pixels whose depths are sorted, about. */
  private static final int SAMPLE = 40_000;

  private DepthBase() {}

  static Base paint(KeptView view) {
    Frame frame = view.frame();
    float[] sorted = sample(frame);
    if (sorted.length == 0) {
      return BasePainter.grey(view, BasePainter.words("legend.depth.nothing"));
    }
    int left = (int) (OUTLIERS * sorted.length);
    double near = sorted[left];
    double far = sorted[sorted.length - 1 - left];
    double logNear = Math.log(near);
    double width = Math.log(far) - logNear;
    int[] pixels =
        PixelPacking.each(
            view,
            i -> {
              float depth = depth(frame, i);
              return depth > 0 ? ColourScale.colour(place(depth, logNear, width)) : 0;
            });
    int[] scale =
        ColourScale.legend(at -> place((float) (near + at * (far - near)), logNear, width));
    return new Base(pixels, new Legend(BasePainter.words("legend.depth"), scale, near, far));
  }

  private static double place(float depth, double logNear, double width) {
    return width > 0 ? 1 - (Math.log(depth) - logNear) / width : 1;
  }

  /** Depth of a pixel, 0 where the Gaussians cover less than half of it. */
  static float depth(Frame frame, int pixel) {
    float alpha = frame.alpha()[pixel];
    return alpha >= Shading.COVERED ? frame.depth()[pixel] / alpha : 0;
  }

  private static float[] sample(Frame frame) {
    int step = Math.max(1, frame.alpha().length / SAMPLE);
    float[] found = new float[frame.alpha().length / step + 1];
    int count = 0;
    for (int pixel = 0; pixel < frame.alpha().length; pixel += step) {
      float depth = depth(frame, pixel);
      if (depth > 0) {
        found[count++] = depth;
      }
    }
    float[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
