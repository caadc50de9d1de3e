package org.clickgaussian.cluster;

/**
 * A minimum spanning tree of n points under the mutual reachability distance max(core(a), core(b),
 * distance(a, b)). Edges ascend by (weight, lower index, higher index); ties between possible trees
 * are broken by that same order, so the tree is unique.
 *
 * @param low the lower point index of each edge: int[n − 1]
 * @param high the higher point index of each edge: int[n − 1]
 * @param weights mutual reachability distances: double[n − 1]
 */
public record SpanningTree(int[] low, int[] high, double[] weights) {
  /** The sum of all weights. */
  public double totalWeight() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  /** The number of edges: n − 1, or 0 where there are no points. */
  public int edges() {
    return weights.length;
  }
}
