package org.clickgaussian.splat.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.clickgaussian.splat.BlendWeights;

/**
 * Collects the blend weights of some pixels: gathers them tile by tile, then, once the length of
 * every row is known, copies them to the matrix.
 */
final class WeightsPass {
  private final PixelsByTile wanted;
  private final int[] counts;
  private final int[][] gaussians;
  private final float[][] weights;

  WeightsPass(PixelsByTile wanted) {
    this.wanted = wanted;
    this.counts = new int[wanted.count()];
    this.gaussians = new int[wanted.tiles()][];
    this.weights = new float[wanted.tiles()][];
  }

  /** Gathers the weights of the wanted pixels of the t-th tile. */
  void gather(int t, TileRun run, TileRows rows) {
    rows.collect(run, wanted.rows(t));
    for (int j = wanted.start(t); j < wanted.start(t + 1); j++) {
      counts[wanted.request(j)] = rows.gather(wanted.place(j));
    }
    gaussians[t] = rows.gaussians();
    weights[t] = rows.weights();
  }

  /** Makes the matrix, once all is gathered; its entries are still to be copied. */
  BlendWeights allocate() {
    long[] starts = new long[counts.length + 1];
    for (int row = 0; row < counts.length; row++) {
      starts[row + 1] = starts[row] + counts[row];
    }
    return new BlendWeights(starts);
  }

  /** Copies what was gathered from the t-th tile. */
  void copy(int t, BlendWeights matrix) {
    int from = 0;
    for (int j = wanted.start(t); j < wanted.start(t + 1); j++) {
      int row = wanted.request(j);
      long to = 4 * matrix.rowStart(row);
      MemorySegment.copy(
          gaussians[t], from, matrix.gaussians(), ValueLayout.JAVA_INT, to, counts[row]);
      MemorySegment.copy(
          weights[t], from, matrix.weights(), ValueLayout.JAVA_FLOAT, to, counts[row]);
      from += counts[row];
    }
  }
}
