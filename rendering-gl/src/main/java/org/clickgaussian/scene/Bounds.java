package org.clickgaussian.scene;

import java.util.Arrays;

/**
 * A box along the axes of the world.
 *
 * @param min least x, y, z: double[3]
 * @param max greatest x, y, z: double[3]
 */
public record Bounds(double[] min, double[] max) {
  /** Enough for percentiles; every scene with fewer Gaussians is looked at whole. */
  private static final int MOST_SAMPLES = 1 << 16;

  /** Checks the shapes. */
  public Bounds {
    if (min.length != 3 || max.length != 3) {
      throw new IllegalArgumentException("bounds take 3 and 3 numbers");
    }
  }

  /** The box of all centres; of no Gaussians the point (0, 0, 0). */
  public static Bounds of(GaussianScene scene) {
    double[] min = new double[3];
    double[] max = new double[3];
    for (int axis = 0; axis < 3 && scene.count() > 0; axis++) {
      min[axis] = scene.position(0, axis);
      max[axis] = min[axis];
      for (int i = 1; i < scene.count(); i++) {
        min[axis] = Math.min(min[axis], scene.position(i, axis));
        max[axis] = Math.max(max[axis], scene.position(i, axis));
      }
    }
    return new Bounds(min, max);
  }

  /**
   * The box of the centres without those farthest out, axis by axis: trained scenes have a few
   * Gaussians very far away. Large scenes are sampled at even steps.
   *
   * @param leftOut share of the Gaussians beyond either end of an axis, from 0 to below 0.5, such
   *     as 0.01
   */
  public static Bounds robust(GaussianScene scene, double leftOut) {
    if (!(leftOut >= 0 && leftOut < 0.5)) {
      throw new IllegalArgumentException("share left out must be from 0 to 0.5, not " + leftOut);
    }
    double[] min = new double[3];
    double[] max = new double[3];
    int step = Math.max(1, (scene.count() + MOST_SAMPLES - 1) / MOST_SAMPLES);
    float[] sample = new float[(scene.count() + step - 1) / step];
    for (int axis = 0; axis < 3 && sample.length > 0; axis++) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = scene.position(i * step, axis);
      }
      Arrays.sort(sample);
      int beyond = (int) (leftOut * sample.length);
      min[axis] = sample[beyond];
      max[axis] = sample[sample.length - 1 - beyond];
    }
    return new Bounds(min, max);
  }

  /** The middle of the box: double[3]. */
  public double[] centre() {
    double[] centre = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      centre[axis] = (min[axis] + max[axis]) / 2;
    }
    return centre;
  }

  /** The distance between opposite corners. */
  public double diagonal() {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += (max[axis] - min[axis]) * (max[axis] - min[axis]);
    }
    return Math.sqrt(sum);
  }

  /** A box about the same centre with each side {@code factor} times as long. */
  public Bounds widened(double factor) {
    double[] centre = centre();
    double[] low = new double[3];
    double[] high = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double half = factor * (max[axis] - min[axis]) / 2;
      low[axis] = centre[axis] - half;
      high[axis] = centre[axis] + half;
    }
    return new Bounds(low, high);
  }
}
