package org.clickgaussian.loss;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.kernel.RowKernels;
import org.clickgaussian.work.Workers;

/**
 * Eq. 12: Gaussians near each other shall have like features.
 *
 * <p>L = −1/(N_s K) Σ_{i∈sample} Σ_k ⟨u_i, u_k⟩ with u = f/|f| of the whole row, k over the K
 * nearest neighbours of i. Both sides learn; a Gaussian gathers from its own neighbours if it is in
 * the sample, and from those in the sample that have it as a neighbour:
 *
 * <p>∂L/∂f_i = −1/(N_s K |f_i|) (g_i − ⟨g_i, u_i⟩ u_i), g_i = 1[i∈sample] Σ_k u_k + Σ_{j∈sample, i
 * neighbour of j} u_j.
 */
final class SpatialConsistency {
  private static final int PIECE = 4096;

  private final RowKernels kernels;
  private final NeighbourLists lists;
  private final int dimensions;
  private final int samples;
  private final boolean[] chosen;
  private final float[] inverseLengths;

  SpatialConsistency(
      RowKernels kernels, NeighbourLists lists, int count, int dimensions, int samples) {
    this.kernels = kernels;
    this.lists = lists;
    this.dimensions = dimensions;
    this.samples = Math.min(samples, count);
    this.chosen = new boolean[count];
    this.inverseLengths = new float[count];
  }

  /** Whether there is anything to compare. */
  boolean isEmpty() {
    return samples == 0 || lists.perGaussian() == 0;
  }

  /** Draws the sample and measures all rows. */
  void prepare(MemorySegment features, long seed, Workers workers) {
    GaussianSample.draw(chosen, samples, seed);
    workers.forRanges(
        chosen.length,
        PIECE,
        (piece, from, to) -> kernels.inverseLengths(features, from, to, inverseLengths));
  }

  /** Pairs in the mean: N_s · K. */
  double pairs() {
    return (double) samples * lists.perGaussian();
  }

  /**
   * Adds weight · ∂L/∂f of a chunk.
   *
   * @return the chunk's part of N_s · K · L, unweighted
   */
  double add(GaussianChunk chunk, MemorySegment features, double weight) {
    double sum = 0;
    float scale = (float) (-weight / pairs());
    for (int row = 0; row < chunk.count(); row++) {
      int gaussian = chunk.first() + row;
      int admirers = lists.admirerStart(gaussian + 1) - lists.admirerStart(gaussian);
      int[] list = chunk.list(lists.perGaussian() + admirers);
      int own = listOwn(gaussian, list);
      int listed = listAdmirers(gaussian, list, own);
      sum -=
          kernels.turnTowards(
              features,
              inverseLengths,
              list,
              own,
              listed,
              gaussian,
              scale,
              chunk.gradient(),
              row * dimensions);
    }
    return sum;
  }

  private int listOwn(int gaussian, int[] list) {
    if (!chosen[gaussian]) {
      return 0;
    }
    int perGaussian = lists.perGaussian();
    System.arraycopy(lists.neighbours(), gaussian * perGaussian, list, 0, perGaussian);
    return perGaussian;
  }

  private int listAdmirers(int gaussian, int[] list, int at) {
    int listed = at;
    int end = lists.admirerStart(gaussian + 1);
    for (int k = lists.admirerStart(gaussian); k < end; k++) {
      int admirer = lists.admirers()[k];
      if (chosen[admirer]) {
        list[listed++] = admirer;
      }
    }
    return listed;
  }
}
