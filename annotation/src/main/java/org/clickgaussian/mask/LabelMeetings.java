package org.clickgaussian.mask;

import java.util.Arrays;

/** How often the labels of one map met those of another. */
final class LabelMeetings {
  private final int[] counts;
  private final int rows;
  private final int columns;

  /**
   * Nothing has met yet.
   *
   * @param rows labels of the one map, 1 … rows
   * @param columns labels of the other, 1 … columns
   */
  LabelMeetings(int rows, int columns) {
    this.counts = new int[Math.multiplyExact(rows, columns)];
    this.rows = rows;
    this.columns = columns;
  }

  void add(int a, int b) {
    counts[(a - 1) * columns + b - 1]++;
  }

  /** All meetings. */
  long count() {
    return Arrays.stream(counts).asLongStream().sum();
  }

  /** ½ (Σ_a max_b n_ab + Σ_b max_a n_ab). */
  double agreeing() {
    long rowsBest = 0;
    int[] best = new int[columns];
    for (int at = 0; at < counts.length; at += columns) {
      int most = 0;
      for (int b = 0; b < columns; b++) {
        most = Math.max(most, counts[at + b]);
        best[b] = Math.max(best[b], counts[at + b]);
      }
      rowsBest += most;
    }
    return 0.5 * (rowsBest + Arrays.stream(best).asLongStream().sum());
  }

  /** For each label of the one map the label of the other that it met most: int[rows + 1]. */
  int[] bestOfRows() {
    int[] best = new int[rows + 1];
    for (int a = 1; a <= rows; a++) {
      int most = 0;
      for (int b = 1; b <= columns; b++) {
        if (counts[(a - 1) * columns + b - 1] > most) {
          most = counts[(a - 1) * columns + b - 1];
          best[a] = b;
        }
      }
    }
    return best;
  }

  /** For each label of the other map the label of the one that it met most: int[columns + 1]. */
  int[] bestOfColumns() {
    int[] best = new int[columns + 1];
    for (int b = 1; b <= columns; b++) {
      int most = 0;
      for (int a = 1; a <= rows; a++) {
        if (counts[(a - 1) * columns + b - 1] > most) {
          most = counts[(a - 1) * columns + b - 1];
          best[b] = a;
        }
      }
    }
    return best;
  }
}
