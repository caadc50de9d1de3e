package org.clickgaussian.scene;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Numbers that tell a person what a scene is like.
 *
 * @param count N, the number of Gaussians
 * @param fileCount rows of the file, invalid ones included
 * @param lower for each axis the position below which 1% of the Gaussians lie: double[3]
 * @param upper for each axis the position below which 99% of the Gaussians lie: double[3]
 * @param medianOpacity half of the Gaussians have a smaller opacity; 0 to 1, NaN without Gaussians
 * @param medianScale half of the Gaussians have a smaller largest standard deviation, world units
 */
public record SceneStatistics(
    int count,
    int fileCount,
    double[] lower,
    double[] upper,
    double medianOpacity,
    double medianScale) {

  /** Counts and sorts the Gaussians of a scene. */
  public static SceneStatistics of(GaussianScene scene) {
    double[] lower = new double[3];
    double[] upper = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      float[] sorted = plane(scene, axis);
      Arrays.sort(sorted);
      lower[axis] = quantile(sorted, 0.01);
      upper[axis] = quantile(sorted, 0.99);
    }
    float[] logits = new float[scene.count()];
    float[] scales = new float[scene.count()];
    for (int i = 0; i < scene.count(); i++) {
      logits[i] = scene.opacityLogit(i);
      scales[i] =
          Math.max(scene.logScale(i, 0), Math.max(scene.logScale(i, 1), scene.logScale(i, 2)));
    }
    Arrays.sort(logits);
    Arrays.sort(scales);
    return new SceneStatistics(
        scene.count(),
        scene.fileCount(),
        lower,
        upper,
        1 / (1 + Math.exp(-quantile(logits, 0.5))),
        Math.exp(quantile(scales, 0.5)));
  }

  private static float[] plane(GaussianScene scene, int axis) {
    int n = scene.count();
    return scene.positions().asSlice(4L * axis * n, 4L * n).toArray(ValueLayout.JAVA_FLOAT);
  }

  private static double quantile(float[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }
}
