package org.clickgaussian.curves.paint;

import java.util.List;
import java.util.function.ToIntFunction;

/** Paints the curves of a chart: bands, then what is faint, then the lines. */
public final class ChartPainter {
  private static final int BAND_ALPHA = 52;
  private static final int FAINT_ALPHA = 70;

  private ChartPainter() {}

  /**
   * Clears the painter's pixels and paints into them.
   *
   * @param colours opaque ARGB of a curve
   * @param scale pixels of the picture for each unit of the layout
   */
  public static void paint(
      ChartContent content, CurvePainter painter, ToIntFunction<DrawnCurve> colours, double scale) {
    painter.clear();
    List<DrawnCurve> curves = content.curves();
    AxisRange across = content.across();
    AxisRange up = content.up();
    for (DrawnCurve drawn : curves) {
      int colour = colours.applyAsInt(drawn) & 0xFFFFFF;
      drawn
          .band()
          .ifPresent(
              band ->
                  painter.band(band.below(), band.above(), across, up, BAND_ALPHA << 24 | colour));
      drawn
          .faint()
          .ifPresent(faint -> painter.line(faint, across, up, FAINT_ALPHA << 24 | colour, scale));
    }
    for (DrawnCurve drawn : curves) {
      LineDash dash = LineDash.of(drawn.shade());
      painter.line(drawn.line(), across, up, colours.applyAsInt(drawn), 1.5 * scale, dash, scale);
    }
    painter.finish();
  }
}
