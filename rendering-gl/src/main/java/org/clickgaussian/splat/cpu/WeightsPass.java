package org.clickgaussian.splat.cpu;

import java.lang.foreign.ValueLayout;
import org.clickgaussian.splat.BlendWeights;

/** Collects the blend weights of some pixels: counts them first, then fills the matrix. */
final class WeightsPass {
  private static final int SIDE = TileGrid.SIDE;
  private static final int CHUNK = TileBlend.CHUNK;

  private final PixelsByTile wanted;
  private final long[] next;
  private BlendWeights result;

  WeightsPass(PixelsByTile wanted) {
    this.wanted = wanted;
    this.next = new long[wanted.count() + 1];
  }

  /** Counts the weights of the wanted pixels of the t-th tile. */
  void count(int t, TileRun run) {
    while (run.next()) {
      for (int j = wanted.start(t); j < wanted.start(t + 1); j++) {
        next[wanted.request(j)] += countOf(run.blend(), wanted.place(j));
      }
    }
  }

  private static int countOf(TileBlend blend, int place) {
    int first = place / SIDE * CHUNK;
    int count = 0;
    for (int e = first; e < first + blend.entries[place / SIDE]; e++) {
      count += blend.weights[e * SIDE + place % SIDE] > 0 ? 1 : 0;
    }
    return count;
  }

  /** Makes the matrix, once all is counted. */
  void allocate() {
    long total = 0;
    for (int row = 0; row < next.length; row++) {
      long entries = next[row];
      next[row] = total;
      total += entries;
    }
    result = new BlendWeights(next.clone());
  }

  /** Stores the weights of the wanted pixels of the t-th tile. */
  void fill(int t, TileRun run) {
    while (run.next()) {
      for (int j = wanted.start(t); j < wanted.start(t + 1); j++) {
        int row = wanted.request(j);
        next[row] = fill(run, wanted.place(j), next[row]);
      }
    }
  }

  private long fill(TileRun run, int place, long start) {
    TileBlend blend = run.blend();
    int first = place / SIDE * CHUNK;
    long entry = start;
    for (int e = first; e < first + blend.entries[place / SIDE]; e++) {
      float weight = blend.weights[e * SIDE + place % SIDE];
      if (weight > 0) {
        int gaussian = run.gaussian(blend.positions[e]);
        result.gaussians().setAtIndex(ValueLayout.JAVA_INT, entry, gaussian);
        result.weights().setAtIndex(ValueLayout.JAVA_FLOAT, entry, weight);
        entry++;
      }
    }
    return entry;
  }

  /** The filled matrix. */
  BlendWeights weights() {
    return result;
  }
}
