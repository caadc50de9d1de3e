package org.clickgaussian.curves;

import java.util.Locale;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.DrawnCurve;
import org.clickgaussian.text.Texts;

/** What curves are called where there is little room: by what tells them apart. */
final class CurveNames {
  private static final Texts TEXTS = Texts.of("curves");

  private CurveNames() {}

  /** A column in words. */
  static String column(String column) {
    String key = "column." + column;
    return TEXTS.has(key) ? TEXTS.get(key) : column;
  }

  /** A curve of a chart: the run if there are several, the column if there are several. */
  static String name(ChartContent chart, DrawnCurve curve) {
    long runs = chart.curves().stream().map(DrawnCurve::run).distinct().count();
    long columns = chart.curves().stream().map(DrawnCurve::column).distinct().count();
    String column = column(curve.column());
    if (runs <= 1) {
      return column;
    }
    return columns <= 1 ? curve.run() : curve.run() + " · " + column;
  }

  /** A weight of smoothing. */
  static String weight(double weight) {
    return String.format(Locale.ROOT, weight < 0.99 ? "%.2f" : "%.3f", weight);
  }

  /** A number with four significant digits. */
  static String number(double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%.4g", value)
        : Double.isNaN(value) ? "–" : value > 0 ? "∞" : "-∞";
  }
}
