package org.clickgaussian.loss;

import java.util.Arrays;

/** The K nearest points seen so far, by distance, then by number. */
final class NearestList {
  private final double[] squares;
  private final int[] points;

  NearestList(int capacity) {
    this.squares = new double[capacity];
    this.points = new int[capacity];
    clear();
  }

  void clear() {
    Arrays.fill(squares, Double.POSITIVE_INFINITY);
    Arrays.fill(points, Integer.MAX_VALUE);
  }

  /** The squared distance beyond which no point can enter; one at it may, by its number. */
  double limit() {
    return squares[squares.length - 1];
  }

  void offer(double square, int point) {
    int at = squares.length - 1;
    if (!before(square, point, at)) {
      return;
    }
    while (at > 0 && before(square, point, at - 1)) {
      squares[at] = squares[at - 1];
      points[at] = points[at - 1];
      at--;
    }
    squares[at] = square;
    points[at] = point;
  }

  private boolean before(double square, int point, int at) {
    return square < squares[at] || square == squares[at] && point < points[at];
  }

  /** Copies the points, nearest first. */
  void copyTo(int[] target, int at) {
    System.arraycopy(points, 0, target, at, points.length);
  }
}
