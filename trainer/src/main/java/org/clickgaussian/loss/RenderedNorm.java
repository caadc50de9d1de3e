package org.clickgaussian.loss;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.RowKernels;
import org.clickgaussian.mask.Level;

/**
 * Eq. 11, estimated on the U pixels drawn uniformly: L = 1/U Σ_l Σ_p (|F_p^l| − r^l)², with r^c = 1
 * and r^f = √2 (1 without the granularity prior); ∂L/∂F_p^l = 2/U (|F| − r) F/|F|.
 */
final class RenderedNorm {
  private final RowKernels kernels;
  private final FeatureLayout layout;

  RenderedNorm(RowKernels kernels, FeatureLayout layout) {
    this.kernels = kernels;
    this.layout = layout;
  }

  /**
   * Adds weight · ∂L/∂F to the gradient of the pixels from {@code firstUniform} on.
   *
   * @return L, unweighted
   */
  double add(RenderedPixels pixels, int firstUniform, double weight) {
    int uniform = pixels.count() - firstUniform;
    if (uniform == 0) {
      return 0;
    }
    double sum = 0;
    for (Level level : Level.values()) {
      LevelSlice slice = LevelSlice.of(layout, level);
      sum +=
          kernels.pullToRadius(
              pixels.features(),
              pixels.dimensions(),
              slice.from(),
              slice.dimensions(),
              firstUniform,
              pixels.count(),
              (float) layout.radius(level),
              (float) (weight / uniform),
              pixels.gradient());
    }
    return sum / uniform;
  }
}
