package org.clickgaussian.clusters;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clickgaussian.cluster.ClusterHierarchy;

/**
 * Where the nodes of a condensed tree lie in a picture: the root on top over the whole width, below
 * each node those that it splits into, as wide as they have segments; what is missing between them
 * fell out as noise. Heights are distances on a logarithmic scale.
 */
final class CondensedTreeLayout {
  /** How far the root reaches above the distance at which it splits. */
  private static final double ABOVE_ROOT = 1.4;

  /** The least distance drawn, of the greatest. */
  private static final double LEAST_SHARE = 1e-4;

  private final ClusterHierarchy tree;
  private final double width;
  private final double height;
  private final double greatest;
  private final double least;
  private final double[] lefts;
  private final double[] widths;

  CondensedTreeLayout(ClusterHierarchy tree, double width, double height) {
    this.tree = tree;
    this.width = width;
    this.height = height;
    int nodes = tree.nodes();
    double top = tree.split(0) > 0 ? tree.split(0) : 1;
    double low = Double.POSITIVE_INFINITY;
    for (int node = 0; node < nodes; node++) {
      low = tree.end(node) > 0 ? Math.min(low, tree.end(node)) : low;
    }
    this.greatest = top * ABOVE_ROOT;
    this.least = Math.clamp(low, greatest * LEAST_SHARE, greatest / 2);
    this.lefts = new double[nodes];
    this.widths = new double[nodes];
    widths[0] = width;
    for (int node = 0; node < nodes; node++) {
      place(node);
    }
  }

  private void place(int node) {
    double sum = 0;
    for (int child : tree.children(node)) {
      widths[child] = width * tree.size(child) / Math.max(1, tree.size(0));
      sum += widths[child];
    }
    double at = lefts[node] + (widths[node] - sum) / 2;
    for (int child : tree.children(node)) {
      lefts[child] = at;
      at += widths[child];
    }
  }

  /** The hierarchy. */
  ClusterHierarchy tree() {
    return tree;
  }

  /** The height of a distance, 0 on top; distances out of range at the border. */
  double y(double distance) {
    double at = Math.clamp(distance, least, greatest);
    return height * Math.log(greatest / at) / Math.log(greatest / least);
  }

  /** The distance at a height; 0 at the lower border and below. */
  double distance(double y) {
    return y >= height ? 0 : greatest * Math.pow(least / greatest, Math.clamp(y / height, 0, 1));
  }

  double left(int node) {
    return lefts[node];
  }

  double nodeWidth(int node) {
    return widths[node];
  }

  double top(int node) {
    return y(tree.birth(node));
  }

  double bottom(int node) {
    return y(tree.end(node));
  }

  /** The powers of ten within the range, greatest first. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(greatest)); ; power--) {
      double tick = Math.pow(10, power);
      if (tick < least) {
        return ticks;
      }
      ticks.add(tick);
    }
  }

  /** The node at a point; −1 if there is none. */
  int nodeAt(double x, double y) {
    for (int node = tree.nodes() - 1; node >= 0; node--) {
      boolean inside =
          x >= lefts[node]
              && x < lefts[node] + widths[node]
              && y >= top(node)
              && y < Math.max(bottom(node), top(node) + 3);
      if (inside) {
        return node;
      }
    }
    return -1;
  }

  /** The chosen clusters at and below a node, or the one above it that it is part of. */
  Set<Integer> clustersOf(int node) {
    for (int at = node; at >= 0; at = tree.parent(at)) {
      if (tree.cluster(at) >= 0) {
        return Set.of(tree.cluster(at));
      }
    }
    Set<Integer> found = new TreeSet<>();
    collect(node, found);
    return found;
  }

  private void collect(int node, Set<Integer> found) {
    if (tree.cluster(node) >= 0) {
      found.add(tree.cluster(node));
      return;
    }
    for (int child : tree.children(node)) {
      collect(child, found);
    }
  }
}
