package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/**
 * The weights of some rows of a tile over all chunks of its Gaussians, and what is gathered from
 * them. Used again from tile to tile.
 */
final class TileRows {
  private static final int SIDE = TileGrid.SIDE;
  private static final int CHUNK = TileBlend.CHUNK;

  private final int[] entries = new int[SIDE];
  private final int[][] rowGaussians = new int[SIDE][0];
  private final float[][] rowWeights = new float[SIDE][0];
  private int[] gaussians = new int[0];
  private float[] weights = new float[0];
  private int gathered;

  /**
   * Collects the weights of a tile.
   *
   * @param rows bit y is set where row y is wanted
   */
  void collect(TileRun run, int rows) {
    Arrays.fill(entries, 0);
    gathered = 0;
    while (run.next()) {
      for (int open = rows; open != 0; open &= open - 1) {
        append(run, Integer.numberOfTrailingZeros(open));
      }
    }
  }

  private void append(TileRun run, int y) {
    TileBlend blend = run.blend();
    int added = blend.entries[y];
    int start = entries[y];
    int end = start + added;
    if (rowGaussians[y].length < end) {
      rowGaussians[y] = Arrays.copyOf(rowGaussians[y], Math.max(2 * end, CHUNK));
      rowWeights[y] = Arrays.copyOf(rowWeights[y], rowGaussians[y].length * SIDE);
    }
    int first = y * CHUNK;
    System.arraycopy(blend.weights, first * SIDE, rowWeights[y], start * SIDE, added * SIDE);
    int[] to = rowGaussians[y];
    for (int e = 0; e < added; e++) {
      to[start + e] = run.gaussian(blend.positions[first + e]);
    }
    entries[y] = end;
  }

  /** Appends the Gaussians that reach a pixel and their weights; returns how many. */
  int gather(int place) {
    int y = place / SIDE;
    int count = entries[y];
    if (gaussians.length < gathered + count) {
      gaussians = Arrays.copyOf(gaussians, 2 * (gathered + count));
      weights = Arrays.copyOf(weights, gaussians.length);
    }
    int start = gathered;
    int at = start;
    int[] fromGaussians = rowGaussians[y];
    float[] fromWeights = rowWeights[y];
    // Writes every entry and steps on where it counts: whether it does is hard to foresee.
    for (int e = 0, w = place % SIDE; e < count; e++, w += SIDE) {
      float weight = fromWeights[w];
      gaussians[at] = fromGaussians[e];
      weights[at] = weight;
      at += weight > 0 ? 1 : 0;
    }
    gathered = at;
    return at - start;
  }

  /** A copy of the Gaussians gathered since the tile was collected. */
  int[] gaussians() {
    return Arrays.copyOf(gaussians, gathered);
  }

  /** A copy of their weights. */
  float[] weights() {
    return Arrays.copyOf(weights, gathered);
  }
}
