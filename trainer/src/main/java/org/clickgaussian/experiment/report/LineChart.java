package org.clickgaussian.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Curves over a common horizontal axis, drawn as SVG. */
public final class LineChart {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 220;
  private static final int LEFT = 58;
  private static final int RIGHT = 12;
  private static final int TOP = 28;
  private static final int BOTTOM = 30;
  private static final List<String> COLOURS =
      List.of("#1f6fb4", "#d6641e", "#2a9148", "#a23b9c", "#7a6a00");

  private final String title;
  private final List<Curve> curves = new ArrayList<>();

  /** One curve; points that are not finite are gaps. */
  private record Curve(String name, double[] x, double[] y) {}

  /** A chart without curves. */
  public LineChart(String title) {
    this.title = title;
  }

  /**
   * Adds a curve.
   *
   * @param x ascending positions
   * @param y a value for each; NaN leaves a gap
   */
  public LineChart add(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " positions and " + y.length + " values");
    }
    curves.add(new Curve(name, x, y));
    return this;
  }

  /** The chart as an {@code <svg>} element. */
  public String svg() {
    Range across = range(true);
    Range up = range(false);
    StringBuilder svg = new StringBuilder();
    append(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"11\">%n",
        WIDTH,
        HEIGHT,
        WIDTH);
    append(svg, "<text x=\"%d\" y=\"16\" font-weight=\"bold\">%s</text>%n", LEFT, escape(title));
    grid(svg, across, up);
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), COLOURS.get(i % COLOURS.size()), across, up);
      append(
          svg,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
          WIDTH - RIGHT,
          TOP + 12 + 13 * i,
          COLOURS.get(i % COLOURS.size()),
          escape(curves.get(i).name()));
    }
    return svg.append("</svg>\n").toString();
  }

  private record Range(double from, double to) {
    double share(double value) {
      return (value - from) / (to - from);
    }
  }

  private Range range(boolean across) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (double value : across ? curve.x() : curve.y()) {
        if (Double.isFinite(value)) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
    }
    if (least > most) {
      return new Range(0, 1);
    }
    return least < most ? new Range(least, most) : new Range(least - 0.5, most + 0.5);
  }

  private static void grid(StringBuilder svg, Range across, Range up) {
    for (int tick = 0; tick <= 4; tick++) {
      double share = tick / 4.0;
      double y = y(share);
      double x = x(share);
      append(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
          LEFT,
          WIDTH - RIGHT,
          y,
          y);
      append(
          svg,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.3g</text>%n",
          LEFT - 5,
          y + 4,
          up.from() + share * (up.to() - up.from()));
      append(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>%n",
          x,
          HEIGHT - 10,
          across.from() + share * (across.to() - across.from()));
    }
  }

  private static void curve(StringBuilder svg, Curve curve, String colour, Range across, Range up) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < curve.x().length; i++) {
      if (!Double.isFinite(curve.y()[i])) {
        drawing = false;
        continue;
      }
      append(
          path,
          "%s%.1f %.1f",
          drawing ? "L" : "M",
          x(across.share(curve.x()[i])),
          y(up.share(curve.y()[i])));
      drawing = true;
    }
    append(
        svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\"/>%n", path, colour);
  }

  private static double x(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static void append(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
