package org.clickgaussian.cluster;

/** Sets of 0 … n − 1 that can only be joined (union-find with path halving). */
final class DisjointSets {
  private final int[] parents;

  DisjointSets(int n) {
    parents = new int[n];
    for (int i = 0; i < n; i++) {
      parents[i] = i;
    }
  }

  /** The number that stands for the set of {@code i}. */
  int find(int i) {
    int at = i;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Joins the set that {@code from} stands for to that of {@code to}, which stands for both. */
  void join(int from, int to) {
    parents[from] = to;
  }
}
