package org.clickgaussian.cluster;

/**
 * The single-linkage hierarchy of n points: merge m (of n − 1) joins two nodes into node n + m.
 * Nodes 0 … n − 1 are the points. Merges ascend by distance.
 */
final class MergeTree {
  final int points;
  private final int[] left;
  private final int[] right;
  private final double[] distances;
  private final int[] sizes;

  MergeTree(SpanningTree tree, int points) {
    this.points = points;
    int merges = tree.edges();
    left = new int[merges];
    right = new int[merges];
    distances = tree.weights();
    sizes = new int[merges];
    DisjointSets sets = new DisjointSets(points);
    int[] nodes = new int[points];
    for (int i = 0; i < points; i++) {
      nodes[i] = i;
    }
    for (int m = 0; m < merges; m++) {
      int a = sets.find(tree.low()[m]);
      int b = sets.find(tree.high()[m]);
      left[m] = nodes[a];
      right[m] = nodes[b];
      sizes[m] = size(left[m]) + size(right[m]);
      boolean intoA = size(left[m]) >= size(right[m]);
      sets.join(intoA ? b : a, intoA ? a : b);
      nodes[intoA ? a : b] = points + m;
    }
  }

  /** The node that holds all points; the only point where there is one. */
  int root() {
    return points + left.length - 1;
  }

  boolean isPoint(int node) {
    return node < points;
  }

  int left(int node) {
    return left[node - points];
  }

  int right(int node) {
    return right[node - points];
  }

  double distance(int node) {
    return distances[node - points];
  }

  /** The number of points below a node; 1 for a point. */
  int size(int node) {
    return node < points ? 1 : sizes[node - points];
  }
}
