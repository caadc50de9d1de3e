package org.clickgaussian.loss;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.RowKernels;

/**
 * Eq. 10: both halves of every Gaussian's feature shall have length 1.
 *
 * <p>L = 1/N Σ_i (|f^c_i| − 1)² + (|f̄^c_i| − 1)²; ∂L/∂x = 2/N (|x| − 1) x/|x| for each half x.
 */
final class Hypersphere {
  private final RowKernels kernels;
  private final FeatureLayout layout;

  Hypersphere(RowKernels kernels, FeatureLayout layout) {
    this.kernels = kernels;
    this.layout = layout;
  }

  /**
   * Adds scale · N · ∂L/∂f of a chunk.
   *
   * @param scale the term's weight over N
   * @return the chunk's part of N · L, unweighted
   */
  double add(GaussianChunk chunk, float scale) {
    return addHalf(chunk, LevelSlice.firstHalf(layout), scale)
        + addHalf(chunk, LevelSlice.secondHalf(layout), scale);
  }

  private double addHalf(GaussianChunk chunk, LevelSlice half, float scale) {
    return kernels.pullToRadius(
        chunk.features(),
        layout.dimensions(),
        half.from(),
        half.dimensions(),
        0,
        chunk.count(),
        1,
        scale,
        chunk.gradient());
  }
}
