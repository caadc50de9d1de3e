package org.clickgaussian.cluster;

import java.util.Arrays;

/**
 * The minimum spanning forest of all edges offered so far, by Kruskal's rule in the order (squared
 * weight, lower index, higher index). Edges come in batches, so only a batch and a forest are ever
 * held.
 */
final class EdgeForest {
  private final int points;
  private long[] ends = new long[0];
  private float[] squared = new float[0];

  EdgeForest(int points) {
    this.points = points;
  }

  /** An edge's ends in one number that sorts by lower, then higher index. */
  static long ends(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /**
   * Takes a batch of edges.
   *
   * @param newEnds {@link #ends(int, int)} of each
   * @param newSquared squared weight of each, not negative
   */
  void add(long[] newEnds, float[] newSquared) {
    int old = ends.length;
    long[] allEnds = Arrays.copyOf(ends, old + newEnds.length);
    float[] allSquared = Arrays.copyOf(squared, old + newEnds.length);
    System.arraycopy(newEnds, 0, allEnds, old, newEnds.length);
    System.arraycopy(newSquared, 0, allSquared, old, newEnds.length);
    keepForest(allEnds, allSquared);
  }

  private void keepForest(long[] allEnds, float[] allSquared) {
    // Bits of floats that are not negative order as the floats do.
    long[] order = new long[allEnds.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) Float.floatToRawIntBits(allSquared[i]) << 32 | i;
    }
    Arrays.sort(order);
    DisjointSets sets = new DisjointSets(points);
    long[] keptEnds = new long[Math.max(0, points - 1)];
    float[] keptSquared = new float[keptEnds.length];
    int kept = 0;
    for (int from = 0; from < order.length && kept < keptEnds.length; ) {
      int bits = (int) (order[from] >>> 32);
      int to = from;
      while (to < order.length && (int) (order[to] >>> 32) == bits) {
        order[to] = allEnds[(int) order[to]];
        to++;
      }
      Arrays.sort(order, from, to);
      for (int i = from; i < to; i++) {
        int a = sets.find((int) (order[i] >>> 32));
        int b = sets.find((int) order[i]);
        if (a != b) {
          sets.join(a, b);
          keptEnds[kept] = order[i];
          keptSquared[kept++] = Float.intBitsToFloat(bits);
        }
      }
      from = to;
    }
    ends = Arrays.copyOf(keptEnds, kept);
    squared = Arrays.copyOf(keptSquared, kept);
  }

  /** The forest as a tree whose weights are distances of the metric. */
  SpanningTree tree(HdbscanParameters.Metric metric) {
    int[] low = new int[ends.length];
    int[] high = new int[ends.length];
    double[] weights = new double[ends.length];
    for (int i = 0; i < ends.length; i++) {
      low[i] = (int) (ends[i] >>> 32);
      high[i] = (int) ends[i];
      weights[i] = metric.ofSquared(squared[i]);
    }
    return new SpanningTree(low, high, weights);
  }
}
