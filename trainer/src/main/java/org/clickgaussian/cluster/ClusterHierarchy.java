package org.clickgaussian.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The clusters of a level in their condensed tree: which nodes were chosen as clusters, how nodes
 * split as the distance shrinks, and what a cut across the tree yields. Immutable.
 *
 * <p>Node 0 is the root; parents come before their children. A node is born at the distance at
 * which it parted from its sibling (the root: infinite) and splits at the distance at which its
 * children are born (a leaf: 0).
 *
 * <p><b>The cut at distance d</b> descends from the root and stops at a node that is a chosen
 * cluster, that has no children, or that splits at a distance of at most d. Every chosen cluster
 * lies at or below exactly one stop, and those that share one are one cluster of the cut. At d = 0
 * the cut yields the chosen clusters themselves, at d = ∞ a single one, and every cluster of a
 * coarser cut (greater d) is a union of clusters of a finer one.
 */
public final class ClusterHierarchy {
  private final int[] parents;
  private final int[][] children;
  private final double[] births;
  private final double[] splits;
  private final double[] ends;
  private final int[] sizes;
  private final int[] clusters;
  private final int[] nodeOfCluster;

  private ClusterHierarchy(CondensedTree tree, boolean[] chosen, int clusterCount) {
    int nodes = tree.clusters();
    parents = new int[nodes];
    births = new double[nodes];
    splits = new double[nodes];
    ends = new double[nodes];
    sizes = new int[nodes];
    clusters = new int[nodes];
    Arrays.fill(clusters, -1);
    Arrays.fill(ends, Double.POSITIVE_INFINITY);
    parents[0] = -1;
    births[0] = Double.POSITIVE_INFINITY;
    sizes[0] = tree.points();
    readRows(tree);
    children = childrenOf(parents);
    nodeOfCluster = new int[clusterCount];
    int next = 0;
    for (int node = 0; node < nodes; node++) {
      if (chosen[node]) {
        nodeOfCluster[next] = node;
        clusters[node] = next++;
      }
    }
  }

  /**
   * The hierarchy of a level's clusters; empty where it was not kept, holds nothing, or is not the
   * one that the clusters were chosen from.
   */
  public static Optional<ClusterHierarchy> of(LevelClusters level) {
    Optional<CondensedTree> kept = level.condensedTree().filter(ClusterHierarchy::isTree);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    boolean[] chosen = new ClusterSelection(kept.get(), level.parameters()).select();
    int count = 0;
    for (boolean one : chosen) {
      count += one ? 1 : 0;
    }
    return count == level.count()
        ? Optional.of(new ClusterHierarchy(kept.get(), chosen, count))
        : Optional.empty();
  }

  /** Files may hold anything: whether nodes and parents are where they must be. */
  private static boolean isTree(CondensedTree tree) {
    int points = tree.points();
    int nodes = tree.clusters();
    boolean[] born = new boolean[Math.max(1, nodes)];
    boolean sound = points > 0 && nodes > 0;
    for (int r = 0; r < tree.rows() && sound; r++) {
      int parent = tree.parents()[r] - points;
      int child = tree.children()[r] - points;
      sound =
          parent >= 0
              && parent < nodes
              && child >= -points
              && child < nodes
              && child != 0
              && tree.lambdas()[r] > 0
              && tree.sizes()[r] > 0
              && (child < 0 || child > parent && !born[child]);
      if (sound && child > 0) {
        born[child] = true;
      }
    }
    return sound;
  }

  private void readRows(CondensedTree tree) {
    for (int r = 0; r < tree.rows(); r++) {
      int parent = tree.parents()[r] - tree.points();
      int child = tree.children()[r] - tree.points();
      double distance = 1 / tree.lambdas()[r];
      ends[parent] = Math.min(ends[parent], distance);
      if (child > 0) {
        parents[child] = parent;
        births[child] = distance;
        splits[parent] = Math.max(splits[parent], distance);
        sizes[child] = tree.sizes()[r];
      }
    }
    for (int node = 0; node < parents.length; node++) {
      ends[node] = Double.isInfinite(ends[node]) ? 0 : ends[node];
    }
  }

  private static int[][] childrenOf(int[] parents) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int node = 0; node < parents.length; node++) {
      lists.add(new ArrayList<>());
      if (parents[node] >= 0) {
        lists.get(parents[node]).add(node);
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** The number of nodes; at least 1. */
  public int nodes() {
    return parents.length;
  }

  /** The number of chosen clusters. */
  public int clusterCount() {
    return nodeOfCluster.length;
  }

  /** The node above; −1 for the root. */
  public int parent(int node) {
    return parents[node];
  }

  /** The nodes that a node splits into; none for a leaf. Do not change. */
  public int[] children(int node) {
    return children[node];
  }

  /** The distance at which a node parted from its sibling; infinite for the root. */
  public double birth(int node) {
    return births[node];
  }

  /** The distance at which a node splits; 0 for a leaf. */
  public double split(int node) {
    return splits[node];
  }

  /** The least distance at which a node still holds points: where it splits, or its last fall. */
  public double end(int node) {
    return ends[node];
  }

  /** The number of points (segments) that a node is born with. */
  public int size(int node) {
    return sizes[node];
  }

  /** The cluster that a node was chosen as; −1 where it was not. */
  public int cluster(int node) {
    return clusters[node];
  }

  /** The node that was chosen as a cluster. */
  public int node(int cluster) {
    return nodeOfCluster[cluster];
  }

  /**
   * The cut at a distance: for each chosen cluster the node at which the descent stopped. Clusters
   * with the same node are one cluster of the cut.
   *
   * @param distance d, at least 0, in the unit of the metric; may be infinite
   * @return int[C]
   */
  public int[] cut(double distance) {
    int[] stops = new int[parents.length];
    for (int node = 0; node < parents.length; node++) {
      int above = node == 0 ? -1 : stops[parents[node]];
      boolean stopsHere =
          clusters[node] >= 0 || children[node].length == 0 || splits[node] <= distance;
      stops[node] = above >= 0 ? above : stopsHere ? node : -1;
    }
    int[] cut = new int[nodeOfCluster.length];
    for (int c = 0; c < cut.length; c++) {
      cut[c] = stops[nodeOfCluster[c]];
    }
    return cut;
  }

  /** The number of clusters of the cut at a distance. */
  public int countAt(double distance) {
    return (int) Arrays.stream(cut(distance)).distinct().count();
  }

  /**
   * The distances at which a cut changes, ascending: those at which the nodes above the chosen
   * clusters split.
   */
  public double[] steps() {
    boolean[] above = new boolean[parents.length];
    for (int node : nodeOfCluster) {
      for (int at = parents[node]; at >= 0 && !above[at]; at = parents[at]) {
        above[at] = true;
      }
    }
    double[] found = new double[parents.length];
    int count = 0;
    for (int node = 0; node < parents.length; node++) {
      if (above[node]) {
        found[count++] = splits[node];
      }
    }
    return Arrays.stream(found, 0, count).sorted().distinct().toArray();
  }
}
