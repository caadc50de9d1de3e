package org.clickgaussian.loss;

import org.clickgaussian.kernel.CandidateKernels;
import org.clickgaussian.mask.Level;

/**
 * The terms that are computed on Gaussians, chunk by chunk; sums are taken in the order of the
 * chunks.
 */
final class GaussianLosses {
  private final int count;
  private final double[] hypersphere;
  private final double[] spatial;
  private final CandidateKernels.Sums[][] guidance;
  private double spatialPairs;

  GaussianLosses(int count, int chunks) {
    this.count = count;
    this.hypersphere = new double[chunks];
    this.spatial = new double[chunks];
    this.guidance = new CandidateKernels.Sums[Level.values().length][chunks];
  }

  void setSpatialPairs(double pairs) {
    spatialPairs = pairs;
  }

  void setHypersphere(int chunk, double sum) {
    hypersphere[chunk] = sum;
  }

  void setSpatial(int chunk, double sum) {
    spatial[chunk] = sum;
  }

  /** Where the guidance of one level counts for one chunk. */
  CandidateKernels.Sums guidance(Level level, int chunk) {
    guidance[level.ordinal()][chunk] = new CandidateKernels.Sums();
    return guidance[level.ordinal()][chunk];
  }

  /** All terms. */
  StepLosses with(PixelLosses pixels) {
    double positive = 0;
    double negative = 0;
    for (Level level : Level.values()) {
      for (CandidateKernels.Sums sums : guidance[level.ordinal()]) {
        positive -= sums == null ? 0 : sums.positive / count;
        negative += sums == null ? 0 : sums.negative / count;
      }
    }
    return new StepLosses(
        pixels.positiveCoarse(),
        pixels.positiveFine(),
        pixels.negative().coarse(),
        pixels.negative().fine(),
        positive,
        negative,
        count == 0 ? 0 : total(hypersphere) / count,
        pixels.renderedNorm(),
        spatialPairs == 0 ? 0 : total(spatial) / spatialPairs,
        assigned(Level.COARSE),
        assigned(Level.FINE),
        pixels.negative().culledShare());
  }

  /** The share of the Gaussians that belong to a candidate; NaN while guidance is off. */
  private double assigned(Level level) {
    long assigned = 0;
    for (CandidateKernels.Sums sums : guidance[level.ordinal()]) {
      if (sums == null) {
        return Double.NaN;
      }
      assigned += sums.assigned;
    }
    return count == 0 ? Double.NaN : assigned / (double) count;
  }

  private static double total(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
