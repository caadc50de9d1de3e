package org.clickgaussian.splat.picture;

import java.util.Arrays;
import java.util.Locale;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/**
 * How far away each pixel is: Σ w z / Σ w, near white, far dark grey. The scale runs over inverse
 * depth, from the nearest to the farthest hundredth of the image, so that one speck in front of the
 * lens does not darken all the rest. Pixels that are covered by less than half are black.
 */
public final class DepthPainter implements Painter {

  private static final float COVERED = 0.5f;
  private static final float DARKEST = 0.1f;
  private static final double OUTLIERS = 0.01;

  @Override
  public Picture paint(SplattedView view) {
    Frame frame = view.frame(new float[3]);
    float[] inverse = inverseDepths(frame);
    float[] sorted = covered(inverse);
    if (sorted.length == 0) {
      return new Picture(
          GreyScale.image(frame.width(), frame.height(), new float[inverse.length]),
          "nothing covers half a pixel");
    }
    Arrays.sort(sorted);
    int left = (int) (OUTLIERS * sorted.length);
    float far = sorted[left];
    float near = sorted[sorted.length - 1 - left];
    float[] grey = new float[inverse.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = inverse[i] > 0 ? shade(inverse[i], far, near) : 0;
    }
    String legend =
        String.format(Locale.ROOT, "depth, white %.4g, darkest grey %.4g", 1 / near, 1 / far);
    return new Picture(GreyScale.image(frame.width(), frame.height(), grey), legend);
  }

  private static float shade(float inverse, float far, float near) {
    float share = near > far ? Math.clamp((inverse - far) / (near - far), 0f, 1f) : 1f;
    return DARKEST + (1 - DARKEST) * share;
  }

  /** Σ w / Σ w z of each pixel, 0 where the Gaussians cover less than half of it. */
  private static float[] inverseDepths(Frame frame) {
    float[] inverse = new float[frame.alpha().length];
    for (int i = 0; i < inverse.length; i++) {
      if (frame.alpha()[i] >= COVERED) {
        inverse[i] = frame.alpha()[i] / frame.depth()[i];
      }
    }
    return inverse;
  }

  private static float[] covered(float[] inverse) {
    float[] found = new float[inverse.length];
    int count = 0;
    for (float value : inverse) {
      if (value > 0) {
        found[count++] = value;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
