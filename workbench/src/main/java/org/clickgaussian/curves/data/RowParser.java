package org.clickgaussian.curves.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes rows of numbers apart into columns. */
final class RowParser {
  private static final int FIRST_ROWS = 256;

  private double[][] values = new double[0][];
  private double[] cells = new double[0];
  private int rows;

  /**
   * Takes a row.
   *
   * @param text numbers with commas between them
   * @param columns how many there must be
   * @param after the first number must lie above this
   * @return whether the row is whole; nothing is taken otherwise
   */
  boolean add(String text, int columns, double after) {
    if (values.length != columns) {
      values = new double[columns][FIRST_ROWS];
      cells = new double[columns];
    }
    int begin = 0;
    for (int column = 0; column < columns; column++) {
      int comma = text.indexOf(',', begin);
      boolean last = column == columns - 1;
      if (last != comma < 0) {
        return false;
      }
      try {
        cells[column] = Double.parseDouble(text.substring(begin, last ? text.length() : comma));
      } catch (NumberFormatException e) {
        return false;
      }
      begin = comma + 1;
    }
    if (!(cells[0] > after && Double.isFinite(cells[0]))) {
      return false;
    }
    keep();
    return true;
  }

  private void keep() {
    if (rows == values[0].length) {
      for (int column = 0; column < values.length; column++) {
        values[column] = Arrays.copyOf(values[column], 2 * rows);
      }
    }
    for (int column = 0; column < values.length; column++) {
      values[column][rows] = cells[column];
    }
    rows++;
  }

  /** The first number of the last row. */
  double lastIteration() {
    return values[0][rows - 1];
  }

  /** What was taken. */
  MetricsBatch batch(boolean fromStart, List<String> columns, Optional<String> problem) {
    return new MetricsBatch(fromStart, columns, rows, values, problem);
  }
}
