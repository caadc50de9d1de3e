package org.clickgaussian.loss;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
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
        (piece, from, to) ->
            kernels.inverseLengths(features, dimensions, from, to, inverseLengths));
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
      sum -= addGaussian(chunk, row, features, scale);
    }
    return sum;
  }

  private double addGaussian(GaussianChunk chunk, int row, MemorySegment features, float scale) {
    int i = chunk.first() + row;
    float[] direction = chunk.direction();
    Arrays.fill(direction, 0);
    double own = 0;
    if (chosen[i]) {
      int from = i * lists.perGaussian();
      addRows(features, lists.neighbours(), from, from + lists.perGaussian(), direction);
      own = along(chunk, row, direction) * inverseLengths[i];
    }
    int to = lists.admirerStart(i + 1);
    for (int k = lists.admirerStart(i); k < to; k++) {
      if (chosen[lists.admirers()[k]]) {
        addRows(features, lists.admirers(), k, k + 1, direction);
      }
    }
    turn(chunk, row, direction, scale * inverseLengths[i], inverseLengths[i]);
    return own;
  }

  private void addRows(MemorySegment features, int[] list, int from, int to, float[] direction) {
    kernels.addUnitRows(features, dimensions, inverseLengths, list, from, to, direction);
  }

  private float along(GaussianChunk chunk, int row, float[] direction) {
    float sum = 0;
    for (int d = 0; d < dimensions; d++) {
      sum += chunk.features()[row * dimensions + d] * direction[d];
    }
    return sum;
  }

  private void turn(
      GaussianChunk chunk, int row, float[] direction, float scale, float inverseLength) {
    float back = along(chunk, row, direction) * inverseLength * inverseLength;
    int at = row * dimensions;
    for (int d = 0; d < dimensions; d++) {
      chunk.gradient()[at + d] += scale * (direction[d] - back * chunk.features()[at + d]);
    }
  }
}
