package org.clickgaussian.curves.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest and the largest number of any stretch of a column in a time that grows with the
 * logarithm of the stretch: level k holds both for each block of 8^k numbers. Numbers that are not
 * finite do not count. Follows its column as that grows.
 */
public final class MinMaxPyramid {
  private static final int SHIFT = 3;
  private static final int BLOCK = 1 << SHIFT;

  /** Both ends of whole blocks; an empty block has its smallest above its largest. */
  private static final class Level {
    private final DoubleColumn low = new DoubleColumn();
    private final DoubleColumn high = new DoubleColumn();
  }

  private final DoubleColumn column;
  private final List<Level> levels = new ArrayList<>();
  private double low;
  private double high;

  /** The pyramid over a column. */
  public MinMaxPyramid(DoubleColumn column) {
    this.column = column;
    follow();
  }

  /** The numbers below. */
  public DoubleColumn column() {
    return column;
  }

  /** Takes in what was added to the column. */
  public void follow() {
    int size = column.size();
    for (int k = 0; (size >>> (SHIFT * (k + 1))) > 0; k++) {
      if (k == levels.size()) {
        levels.add(new Level());
      }
      Level level = levels.get(k);
      for (int block = level.low.size(); block < size >>> (SHIFT * (k + 1)); block++) {
        begin();
        takeBlock(k - 1, block << SHIFT, (block + 1) << SHIFT);
        level.low.add(low);
        level.high.add(high);
      }
    }
  }

  private void begin() {
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
  }

  /** Takes in blocks of a level; level -1 are the numbers themselves. */
  private void takeBlock(int k, int from, int to) {
    if (k < 0) {
      takeNumbers(from, to);
      return;
    }
    Level level = levels.get(k);
    double[] lows = level.low.array();
    double[] highs = level.high.array();
    double least = low;
    double most = high;
    for (int i = from; i < to; i++) {
      least = lows[i] < least ? lows[i] : least;
      most = highs[i] > most ? highs[i] : most;
    }
    low = least;
    high = most;
  }

  /** Comparisons leave out what is no number; infinite ones are left out besides. */
  private void takeNumbers(int from, int to) {
    double[] values = column.array();
    double least = low;
    double most = high;
    for (int i = from; i < to; i++) {
      double value = values[i];
      least = value < least && value > Double.NEGATIVE_INFINITY ? value : least;
      most = value > most && value < Double.POSITIVE_INFINITY ? value : most;
    }
    low = least;
    high = most;
  }

  /**
   * Looks at the numbers from an index up to another, that one left out; {@link #low} and {@link
   * #high} then tell what was found.
   *
   * @return whether any of them is finite
   */
  public boolean look(int from, int to) {
    begin();
    int a = from;
    int b = to;
    for (int k = -1; a < b; k++) {
      boolean coarser = k + 1 < levels.size() && b - a >= 2 * BLOCK;
      if (!coarser) {
        takeBlock(k, a, b);
        break;
      }
      int nextA = (a + BLOCK - 1) >>> SHIFT;
      int nextB = b >>> SHIFT;
      takeBlock(k, a, nextA << SHIFT);
      takeBlock(k, nextB << SHIFT, b);
      a = nextA;
      b = nextB;
    }
    return low <= high;
  }

  /** The smallest number of the last look. */
  public double low() {
    return low;
  }

  /** The largest number of the last look. */
  public double high() {
    return high;
  }
}
