package org.clickgaussian.loss;

/**
 * A balanced k-d tree over points in space: each node halves its points at the median of the axis
 * along which they spread most, down to leaves of at most {@link #LEAF} points.
 *
 * <p>Points are copied in the order of the leaves, so a leaf is read in one go. Children of node n
 * are 2n and 2n + 1; the root is 1.
 */
final class PointTree {
  private static final int LEAF = 12;

  /** For each place in leaf order the point's own number. */
  private final int[] points;

  /** x, y, z of each place. */
  private final float[] positions;

  private final byte[] axes;
  private final float[] splits;

  private PointTree(int[] points, float[] positions, int nodes) {
    this.points = points;
    this.positions = positions;
    this.axes = new byte[nodes];
    this.splits = new float[nodes];
  }

  /**
   * Builds the tree.
   *
   * @param coordinates x, y, z of each point, one after the other; not changed
   */
  static PointTree of(float[] coordinates) {
    int count = coordinates.length / 3;
    int[] points = new int[count];
    for (int i = 0; i < count; i++) {
      points[i] = i;
    }
    int leaves = Integer.highestOneBit(Math.max(1, count / LEAF)) * 4;
    PointTree tree = new PointTree(points, coordinates.clone(), leaves);
    tree.build(1, 0, count);
    return tree;
  }

  private void build(int node, int from, int to) {
    if (to - from <= LEAF) {
      return;
    }
    int axis = widestAxis(from, to);
    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, axis);
    axes[node] = (byte) axis;
    splits[node] = positions[3 * middle + axis];
    build(2 * node, from, middle);
    build(2 * node + 1, middle, to);
  }

  private int widestAxis(int from, int to) {
    int widest = 0;
    float most = -1;
    for (int axis = 0; axis < 3; axis++) {
      float least = Float.POSITIVE_INFINITY;
      float greatest = Float.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        least = Math.min(least, positions[3 * i + axis]);
        greatest = Math.max(greatest, positions[3 * i + axis]);
      }
      if (greatest - least > most) {
        most = greatest - least;
        widest = axis;
      }
    }
    return widest;
  }

  /** Hoare's selection: afterwards no place before {@code middle} is greater than it, none less. */
  private void select(int from, int to, int middle, int axis) {
    int low = from;
    int high = to;
    while (low < high) {
      float pivot = medianOfThree(low, high, axis);
      int i = low;
      int j = high;
      while (i <= j) {
        while (positions[3 * i + axis] < pivot) {
          i++;
        }
        while (positions[3 * j + axis] > pivot) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      if (middle <= j) {
        high = j;
      } else if (middle >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private float medianOfThree(int low, int high, int axis) {
    float a = positions[3 * low + axis];
    float b = positions[3 * ((low + high) >>> 1) + axis];
    float c = positions[3 * high + axis];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    int point = points[i];
    points[i] = points[j];
    points[j] = point;
    for (int axis = 0; axis < 3; axis++) {
      float position = positions[3 * i + axis];
      positions[3 * i + axis] = positions[3 * j + axis];
      positions[3 * j + axis] = position;
    }
  }

  /** The number of points. */
  int count() {
    return points.length;
  }

  /** The point at a place in leaf order. */
  int point(int place) {
    return points[place];
  }

  /** Finds the nearest others of the point at a place; the result is left in {@code nearest}. */
  void search(int place, NearestList nearest) {
    nearest.clear();
    search(1, 0, points.length, place, nearest);
  }

  private void search(int node, int from, int to, int place, NearestList nearest) {
    if (to - from <= LEAF) {
      scan(from, to, place, nearest);
      return;
    }
    int middle = (from + to) >>> 1;
    double beyond = (double) positions[3 * place + axes[node]] - splits[node];
    if (beyond < 0) {
      search(2 * node, from, middle, place, nearest);
      if (beyond * beyond <= nearest.limit()) {
        search(2 * node + 1, middle, to, place, nearest);
      }
    } else {
      search(2 * node + 1, middle, to, place, nearest);
      if (beyond * beyond <= nearest.limit()) {
        search(2 * node, from, middle, place, nearest);
      }
    }
  }

  private void scan(int from, int to, int place, NearestList nearest) {
    for (int i = from; i < to; i++) {
      if (i != place) {
        double x = (double) positions[3 * i] - positions[3 * place];
        double y = (double) positions[3 * i + 1] - positions[3 * place + 1];
        double z = (double) positions[3 * i + 2] - positions[3 * place + 2];
        nearest.offer(x * x + y * y + z * z, points[i]);
      }
    }
  }
}
