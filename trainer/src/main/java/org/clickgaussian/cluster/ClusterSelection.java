package org.clickgaussian.cluster;

import java.util.Arrays;

/**
 * Chooses flat clusters from a condensed tree. The root is never chosen: all points in one cluster
 * would be no clustering. Clusters carry their number in the tree less n, so the root is 0.
 */
final class ClusterSelection {
  private final CondensedTree tree;
  private final HdbscanParameters parameters;
  private final int clusters;

  /** Parent of each cluster; parents come before their children. */
  private final int[] parents;

  private final double[] births;
  private final double[] stability;
  private final boolean[] leaf;

  ClusterSelection(CondensedTree tree, HdbscanParameters parameters) {
    this.tree = tree;
    this.parameters = parameters;
    this.clusters = tree.clusters();
    this.parents = new int[clusters];
    this.births = new double[clusters];
    this.stability = new double[clusters];
    this.leaf = new boolean[clusters];
    Arrays.fill(leaf, true);
    readClusters();
    readStability();
  }

  private void readClusters() {
    for (int r = 0; r < tree.rows(); r++) {
      int child = tree.children()[r] - tree.points();
      if (child > 0) {
        parents[child] = tree.parents()[r] - tree.points();
        births[child] = tree.lambdas()[r];
        leaf[parents[child]] = false;
      }
    }
  }

  /** Stability of a cluster: Σ over what leaves it of (λ − λ at its birth) · size. */
  private void readStability() {
    for (int r = 0; r < tree.rows(); r++) {
      int parent = tree.parents()[r] - tree.points();
      // A cluster born at distance 0 lasts for no time, though its λ are infinite.
      if (births[parent] < Double.POSITIVE_INFINITY) {
        stability[parent] += (tree.lambdas()[r] - births[parent]) * tree.sizes()[r];
      }
    }
  }

  /** The chosen clusters, by their number in the tree less n: boolean[clusters]. */
  boolean[] select() {
    boolean[] chosen =
        parameters.selection() == HdbscanParameters.Selection.LEAF ? leaf.clone() : byMass();
    if (clusters > 0) {
      chosen[0] = false;
    }
    return parameters.epsilon() > 0 ? mergeCloserThanEpsilon(chosen) : chosen;
  }

  /** From the leaves up, a cluster is chosen if it outlasts all that it splits into. */
  private boolean[] byMass() {
    double[] best = stability.clone();
    double[] below = new double[clusters];
    boolean[] outlasts = new boolean[clusters];
    for (int c = clusters - 1; c > 0; c--) {
      outlasts[c] = !(below[c] > best[c]);
      best[c] = outlasts[c] ? best[c] : below[c];
      below[parents[c]] += best[c];
    }
    return topmost(outlasts);
  }

  /** Of the marked clusters those that lie below no other marked one. */
  private boolean[] topmost(boolean[] marked) {
    boolean[] covered = new boolean[clusters];
    boolean[] chosen = new boolean[clusters];
    for (int c = 1; c < clusters; c++) {
      chosen[c] = marked[c] && !covered[parents[c]];
      covered[c] = marked[c] || covered[parents[c]];
    }
    return chosen;
  }

  /**
   * Replaces a chosen cluster that parted from its sibling below epsilon by the nearest ancestor
   * that parted above it; where there is none, by the ancestor just below the root.
   */
  private boolean[] mergeCloserThanEpsilon(boolean[] chosen) {
    boolean[] merged = new boolean[clusters];
    for (int c = 1; c < clusters; c++) {
      if (chosen[c]) {
        int at = c;
        if (1 / births[c] < parameters.epsilon()) {
          while (parents[at] != 0) {
            at = parents[at];
            if (1 / births[at] > parameters.epsilon()) {
              break;
            }
          }
        }
        merged[at] = true;
      }
    }
    return topmost(merged);
  }

  /** Labels 0, 1, … in the order of the tree's clusters; −1 for points of no chosen cluster. */
  int[] labels() {
    boolean[] chosen = select();
    int[] labelOfCluster = new int[clusters];
    int next = 0;
    for (int c = 0; c < clusters; c++) {
      labelOfCluster[c] = chosen[c] ? next++ : c == 0 ? -1 : labelOfCluster[parents[c]];
    }
    int[] labels = new int[tree.points()];
    for (int r = 0; r < tree.rows(); r++) {
      if (tree.children()[r] < tree.points()) {
        labels[tree.children()[r]] = labelOfCluster[tree.parents()[r] - tree.points()];
      }
    }
    return labels;
  }
}
