package org.clickgaussian.experiment.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Curves over a common horizontal axis, drawn as SVG. A page may give the classes {@code series-0},
 * {@code series-1}, … another {@code color}, and {@code grid} another {@code stroke}.
 */
public final class LineChart {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 220;
  private static final int LEFT = 58;
  private static final int RIGHT = 12;
  private static final int TOP = 28;
  private static final int BOTTOM = 30;

  /** By Okabe and Ito, told apart by people of any colour vision; then again, dashed. */
  static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#a23b9c", "#7a6a00", "#3d8fc4", "#b07900");

  private final String title;
  private final List<Curve> curves = new ArrayList<>();
  private boolean legend = true;

  /** One curve; points that are not finite are gaps, deviations that are not finite are 0. */
  private record Curve(String name, double[] x, double[] y, double[] deviation) {
    double low(int i) {
      return Double.isFinite(deviation[i]) ? y[i] - deviation[i] : y[i];
    }

    double high(int i) {
      return Double.isFinite(deviation[i]) ? y[i] + deviation[i] : y[i];
    }

    boolean hasBand() {
      return Arrays.stream(deviation).anyMatch(Double::isFinite);
    }
  }

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
    double[] none = new double[y.length];
    Arrays.fill(none, Double.NaN);
    return add(name, x, y, none);
  }

  /**
   * Adds a curve in a band.
   *
   * @param x ascending positions
   * @param y a value for each; NaN leaves a gap
   * @param deviation how far the band reaches up and down; NaN where there is none
   */
  public LineChart add(String name, double[] x, double[] y, double[] deviation) {
    if (x.length != y.length || x.length != deviation.length) {
      throw new IllegalArgumentException(x.length + " positions and " + y.length + " values");
    }
    curves.add(new Curve(name, x, y, deviation));
    return this;
  }

  /** Leaves the names of the curves out: the page around the chart has them. */
  public LineChart withoutLegend() {
    legend = false;
    return this;
  }

  /** The chart as an {@code <svg>} element. */
  public String svg() {
    Range across = across();
    Range up = up();
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
      append(svg, "<g class=\"series-%d\" color=\"%s\">%n", i % COLOURS.size(), colour(i));
      band(svg, curves.get(i), across, up);
      curve(svg, curves.get(i), i >= COLOURS.size(), across, up);
      if (legend) {
        append(
            svg,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"currentColor\">%s</text>%n",
            WIDTH - RIGHT,
            TOP + 12 + 13 * i,
            escape(curves.get(i).name()));
      }
      svg.append("</g>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static String colour(int curve) {
    return COLOURS.get(curve % COLOURS.size());
  }

  private record Range(double from, double to) {
    double share(double value) {
      return (value - from) / (to - from);
    }
  }

  private Range across() {
    return range(curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.x())));
  }

  private Range up() {
    return range(
        curves.stream()
            .flatMapToDouble(
                curve ->
                    IntStream.range(0, curve.y().length)
                        .mapToObj(i -> DoubleStream.of(curve.low(i), curve.high(i)))
                        .flatMapToDouble(both -> both)));
  }

  private static Range range(DoubleStream values) {
    DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
    if (finite.getCount() == 0) {
      return new Range(0, 1);
    }
    return finite.getMin() < finite.getMax()
        ? new Range(finite.getMin(), finite.getMax())
        : new Range(finite.getMin() - 0.5, finite.getMax() + 0.5);
  }

  private static void grid(StringBuilder svg, Range across, Range up) {
    for (int tick = 0; tick <= 4; tick++) {
      double share = tick / 4.0;
      double y = y(share);
      double x = x(share);
      append(
          svg,
          "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
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

  private static void curve(
      StringBuilder svg, Curve curve, boolean dashed, Range across, Range up) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < curve.x().length; i++) {
      if (Double.isFinite(curve.y()[i])) {
        point(path, drawing ? 'L' : 'M', curve.x()[i], curve.y()[i], across, up);
      }
      drawing = Double.isFinite(curve.y()[i]);
    }
    append(
        svg,
        "<path d=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\"%s/>%n",
        path,
        dashed ? " stroke-dasharray=\"5 3\"" : "");
  }

  /** One closed piece between gaps: there along the upper edge, back along the lower. */
  private static void band(StringBuilder svg, Curve curve, Range across, Range up) {
    if (!curve.hasBand()) {
      return;
    }
    StringBuilder path = new StringBuilder();
    int count = curve.x().length;
    for (int from = 0; from < count; from++) {
      int to = from;
      while (to < count && Double.isFinite(curve.y()[to])) {
        to++;
      }
      for (int i = from; i < to; i++) {
        point(path, i == from ? 'M' : 'L', curve.x()[i], curve.high(i), across, up);
      }
      for (int i = to - 1; i >= from; i--) {
        point(path, 'L', curve.x()[i], curve.low(i), across, up);
      }
      path.append(to > from ? "Z" : "");
      from = to;
    }
    append(svg, "<path d=\"%s\" fill=\"currentColor\" fill-opacity=\"0.18\"/>%n", path);
  }

  private static void point(
      StringBuilder path, char step, double x, double y, Range across, Range up) {
    append(path, "%s%.1f %.1f", step, x(across.share(x)), y(up.share(y)));
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
