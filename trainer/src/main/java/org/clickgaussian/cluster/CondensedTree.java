package org.clickgaussian.cluster;

import java.util.Arrays;

/**
 * HDBSCAN's condensed tree: how clusters of at least the min cluster size split, and at which
 * density their points fall out, as the distance shrinks.
 *
 * <p>Nodes 0 … n − 1 are the points; n is the root cluster, which holds all; further clusters
 * follow level by level. Row r says that {@code children[r]} leaves {@code parents[r]} at λ = 1 /
 * distance. Rows of a parent stand together only by their level.
 *
 * @param points n
 * @param parents the cluster that is left: int[rows]
 * @param children a point, or a cluster that begins: int[rows]
 * @param lambdas 1 / distance of the split; infinite at distance 0: double[rows]
 * @param sizes points in the child: int[rows]
 */
public record CondensedTree(
    int points, int[] parents, int[] children, double[] lambdas, int[] sizes) {

  /** The number of rows. */
  public int rows() {
    return parents.length;
  }

  /** The root cluster: n. */
  public int root() {
    return points;
  }

  /** The number of clusters, the root included. */
  public int clusters() {
    int clusters = points == 0 ? 0 : 1;
    for (int child : children) {
      clusters += child > points ? 1 : 0;
    }
    return clusters;
  }

  /** Condenses a hierarchy. */
  static CondensedTree of(MergeTree tree, int minClusterSize) {
    return new Builder(tree, minClusterSize).build();
  }

  /** Walks the hierarchy from the root, level by level. */
  private static final class Builder {
    private final MergeTree tree;
    private final int minClusterSize;
    private int rows;
    private int[] parents = new int[16];
    private int[] children = new int[16];
    private double[] lambdas = new double[16];
    private int[] sizes = new int[16];
    private int nextCluster;

    Builder(MergeTree tree, int minClusterSize) {
      this.tree = tree;
      this.minClusterSize = minClusterSize;
      this.nextCluster = tree.points + 1;
    }

    CondensedTree build() {
      if (tree.points > 1) {
        walk();
      } else if (tree.points == 1) {
        add(1, 0, Double.POSITIVE_INFINITY);
      }
      return new CondensedTree(
          tree.points,
          Arrays.copyOf(parents, rows),
          Arrays.copyOf(children, rows),
          Arrays.copyOf(lambdas, rows),
          Arrays.copyOf(sizes, rows));
    }

    private void walk() {
      // Only nodes large enough to be a cluster queue up; each carries the cluster it belongs to.
      int[] queue = new int[tree.points];
      int[] cluster = new int[tree.points];
      queue[0] = tree.root();
      cluster[0] = tree.points;
      int end = 1;
      for (int at = 0; at < end; at++) {
        int node = queue[at];
        double lambda = 1 / tree.distance(node);
        int[] sides = {tree.left(node), tree.right(node)};
        boolean splits = isLarge(sides[0]) && isLarge(sides[1]);
        for (int side : sides) {
          if (splits) {
            add(cluster[at], nextCluster, lambda, tree.size(side));
          }
          if (isLarge(side)) {
            queue[end] = side;
            cluster[end++] = splits ? nextCluster++ : cluster[at];
          } else {
            addPoints(cluster[at], side, lambda);
          }
        }
      }
    }

    private boolean isLarge(int node) {
      return tree.size(node) >= minClusterSize;
    }

    /** All points below a node leave the cluster at once. */
    private void addPoints(int cluster, int node, double lambda) {
      int[] stack = new int[tree.size(node)];
      stack[0] = node;
      for (int top = 1; top > 0; ) {
        int at = stack[--top];
        if (tree.isPoint(at)) {
          add(cluster, at, lambda);
        } else {
          stack[top++] = tree.right(at);
          stack[top++] = tree.left(at);
        }
      }
    }

    private void add(int parent, int point, double lambda) {
      add(parent, point, lambda, 1);
    }

    private void add(int parent, int child, double lambda, int size) {
      if (rows == parents.length) {
        parents = Arrays.copyOf(parents, 2 * rows);
        children = Arrays.copyOf(children, 2 * rows);
        lambdas = Arrays.copyOf(lambdas, 2 * rows);
        sizes = Arrays.copyOf(sizes, 2 * rows);
      }
      parents[rows] = parent;
      children[rows] = child;
      lambdas[rows] = lambda;
      sizes[rows++] = size;
    }
  }
}
