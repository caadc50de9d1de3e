package org.clickgaussian.features.plot;

import java.util.BitSet;
import java.util.List;
import org.clickgaussian.truth.Polygon;

/**
 * Points where they are in a picture.
 *
 * @param columns pixel column of each, NaN for one that is not seen: double[n]
 * @param rows pixel row of each: double[n]
 */
public record PlottedPoints(double[] columns, double[] rows) {

  /**
   * Points of a plane.
   *
   * @param coordinates row-major float[n][stride]; the first two of each row are x and y
   */
  public static PlottedPoints of(float[] coordinates, int stride, PlotView view) {
    int n = coordinates.length / stride;
    double[] columns = new double[n];
    double[] rows = new double[n];
    for (int i = 0; i < n; i++) {
      columns[i] = view.column(coordinates[i * stride]);
      rows[i] = view.row(coordinates[i * stride + 1]);
    }
    return new PlottedPoints(columns, rows);
  }

  /** n. */
  public int count() {
    return columns.length;
  }

  /** The point nearest to a pixel, of equals the one drawn last; −1 if none is within reach. */
  public int nearest(double column, double row, double reach) {
    int best = -1;
    double least = reach * reach;
    for (int i = 0; i < columns.length; i++) {
      double across = columns[i] - column;
      double down = rows[i] - row;
      double square = across * across + down * down;
      if (square <= least) {
        least = square;
        best = i;
      }
    }
    return best;
  }

  /**
   * The points inside a closed line.
   *
   * @param line x, y of each corner in pixels; fewer than three surround nothing
   */
  public BitSet inside(double[] line, int width, int height) {
    BitSet found = new BitSet();
    if (line.length < 6 || width < 1 || height < 1) {
      return found;
    }
    var mask = new Polygon(List.of(line)).fill(width, height);
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0 && columns[i] < width && rows[i] >= 0 && rows[i] < height) {
        found.set(i, mask.get((int) columns[i], (int) rows[i]));
      }
    }
    return found;
  }
}
