package org.clickgaussian.curves.paint;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.MinMaxPyramid;

/**
 * All that a chart shows.
 *
 * @param title above it
 * @param acrossTitle what is laid along the horizontal axis
 * @param curves in the order in which they are drawn
 * @param marks where settings were changed
 * @param across the part of the horizontal axis that is shown
 * @param up the part of the vertical axis that is shown
 */
public record ChartContent(
    String title,
    String acrossTitle,
    List<DrawnCurve> curves,
    List<ChartMark> marks,
    AxisRange across,
    AxisRange up) {
  private static final double ROOM = 0.04;

  /**
   * A curve's point nearest to a position.
   *
   * @param curve the curve
   * @param position where the point is
   * @param value its number; may be NaN or infinite
   */
  public record Reading(DrawnCurve curve, double position, double value) {}

  /** The points of all curves nearest to a position, in the order of the curves. */
  public List<Reading> readingsAt(double position) {
    List<Reading> readings = new ArrayList<>();
    for (DrawnCurve drawn : curves) {
      int index = Math.min(drawn.line().x().nearest(position), drawn.line().size() - 1);
      if (index >= 0) {
        readings.add(new Reading(drawn, drawn.line().x().get(index), drawn.line().y().get(index)));
      }
    }
    return readings;
  }

  /** The horizontal range that holds all of the curves. */
  public static AxisRange wholeWidth(List<DrawnCurve> curves, AxisScale scale) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (DrawnCurve drawn : curves) {
      int size = drawn.line().size();
      int first = scale == AxisScale.LINEAR ? 0 : drawn.line().x().firstNotBelow(1e-9, 0);
      if (first < size) {
        least = Math.min(least, scale.place(drawn.line().x().get(first)));
        most = Math.max(most, scale.place(drawn.line().x().get(size - 1)));
      }
    }
    return AxisRange.around(scale, least, most, 0);
  }

  /** The vertical range that holds the curves, smoothed where they are, in a horizontal range. */
  public static AxisRange fittingHeight(
      List<DrawnCurve> curves, AxisRange across, AxisScale scale) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (DrawnCurve drawn : curves) {
      List<Curve> lines =
          drawn
              .band()
              .map(band -> List.of(band.mean(), band.below(), band.above()))
              .orElse(List.of(drawn.line()));
      for (Curve line : lines) {
        MinMaxPyramid places = line.pyramid(scale);
        int from = line.x().firstNotBelow(across.valueAt(0), 0);
        int to = line.x().firstNotBelow(Math.nextUp(across.valueAt(1)), from);
        // One point further on either side: the lines to these are seen.
        int size = line.size();
        if (places.look(Math.max(0, Math.min(from, size) - 1), Math.min(size, to + 1))) {
          least = Math.min(least, places.low());
          most = Math.max(most, places.high());
        }
      }
    }
    return AxisRange.around(scale, least, most, ROOM);
  }
}
