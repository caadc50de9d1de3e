package org.clickgaussian.curves.paint;

import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.DoubleColumn;
import org.clickgaussian.curves.data.MinMaxPyramid;

/**
 * A curve as one span in each column of an axis: the smallest and the largest place on the vertical
 * scale that the curve, with straight lines between neighbouring points, takes within the column.
 * So nothing that would be seen is lost, however many points lie in a column; a column costs the
 * logarithm of their number.
 *
 * <p>A column without any of the curve has an empty span, its lower end above the upper. A point
 * whose place or number is not finite is a gap in the lines.
 */
public final class ColumnSpans {
  private double[] low = new double[0];
  private double[] high = new double[0];
  private int columns;

  /** How many columns the last curve was laid over. */
  public int columns() {
    return columns;
  }

  /** The lower end of a column's span, a place on the vertical scale. */
  public double low(int column) {
    return low[column];
  }

  /** The upper end of a column's span. */
  public double high(int column) {
    return high[column];
  }

  /** Whether the curve has no part in a column, or there is no such column. */
  public boolean isEmpty(int column) {
    return column < 0 || column >= columns || !(low[column] <= high[column]);
  }

  /**
   * Lays a curve over columns.
   *
   * @param across the horizontal range, cut into columns of equal width
   * @param up scale of the vertical axis
   * @param count how many columns
   */
  public void lay(Curve curve, AxisRange across, AxisScale up, int count) {
    if (low.length < count) {
      low = new double[count];
      high = new double[count];
    }
    columns = count;
    MinMaxPyramid places = curve.pyramid(up);
    int size = curve.size();
    int from = first(curve, across, size, 0, 0);
    double border = across.from();
    double crossing = crossing(curve, places.column(), across.scale(), from, border, size);
    for (int column = 0; column < count; column++) {
      double least = crossing == crossing ? crossing : Double.POSITIVE_INFINITY;
      double most = crossing == crossing ? crossing : Double.NEGATIVE_INFINITY;
      int to = first(curve, across, size, from, (column + 1.0) / count);
      border = across.placeAt((column + 1.0) / count);
      crossing = crossing(curve, places.column(), across.scale(), to, border, size);
      if (from < to && places.look(from, to)) {
        least = Math.min(least, places.low());
        most = Math.max(most, places.high());
      }
      if (crossing == crossing) {
        least = Math.min(least, crossing);
        most = Math.max(most, crossing);
      }
      low[column] = least;
      high[column] = most;
      from = to;
    }
  }

  /** The first point that is not left of a share of the range. */
  private static int first(Curve curve, AxisRange across, int size, int from, double share) {
    if (from >= size) {
      return size;
    }
    return Math.min(size, curve.x().firstNotBelow(across.valueAt(share), from));
  }

  /** The vertical place where the line to a point crosses a border; NaN if no line does. */
  private static double crossing(
      Curve curve, DoubleColumn places, AxisScale scale, int next, double border, int size) {
    if (next <= 0 || next >= size) {
      return Double.NaN;
    }
    double before = places.get(next - 1);
    double after = places.get(next);
    double left = scale.place(curve.x().get(next - 1));
    double right = scale.place(curve.x().get(next));
    double share = (border - left) / (right - left);
    double place = before + share * (after - before);
    return Math.abs(place) <= Double.MAX_VALUE ? place : Double.NaN;
  }
}
