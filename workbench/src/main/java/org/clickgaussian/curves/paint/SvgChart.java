package org.clickgaussian.curves.paint;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.clickgaussian.curves.data.Curve;

/**
 * Charts as one SVG file, below each other: the parts of the axes that are shown, every curve as
 * its smallest and largest in each column, so that files stay small and nothing is lost.
 */
public final class SvgChart {
  private static final int WIDTH = 760;
  private static final int PLOT_HEIGHT = 260;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 30;
  private static final int BELOW_PLOT = 44;
  private static final int LEGEND_LINE = 16;
  private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;

  private final StringBuilder svg = new StringBuilder();
  private final ToIntFunction<DrawnCurve> colours;
  private final Function<DrawnCurve, String> names;
  private final ColumnSpans spans = new ColumnSpans();
  private final ColumnSpans upper = new ColumnSpans();

  private SvgChart(ToIntFunction<DrawnCurve> colours, Function<DrawnCurve, String> names) {
    this.colours = colours;
    this.names = names;
  }

  /**
   * Draws charts.
   *
   * @param colours RGB of a curve
   * @param names what a curve is called in the legend
   */
  public static String of(
      List<ChartContent> charts,
      ToIntFunction<DrawnCurve> colours,
      Function<DrawnCurve, String> names) {
    SvgChart drawing = new SvgChart(colours, names);
    int height = charts.stream().mapToInt(SvgChart::height).sum();
    drawing.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"11\">%n",
        WIDTH, height, WIDTH, height);
    drawing.add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, height);
    int top = 0;
    for (int i = 0; i < charts.size(); i++) {
      drawing.chart(charts.get(i), top, i);
      top += height(charts.get(i));
    }
    return drawing.svg.append("</svg>\n").toString();
  }

  private static int height(ChartContent chart) {
    return TOP + PLOT_HEIGHT + BELOW_PLOT + LEGEND_LINE * chart.curves().size();
  }

  private void chart(ChartContent chart, int top, int number) {
    add("<g transform=\"translate(%d %d)\">%n", LEFT, top + TOP);
    add("<text x=\"0\" y=\"-10\" font-weight=\"bold\">%s</text>%n", escape(chart.title()));
    grid(chart);
    add(
        "<clipPath id=\"plot%d\"><rect width=\"%d\" height=\"%d\"/></clipPath>%n",
        number, PLOT_WIDTH, PLOT_HEIGHT);
    add("<g clip-path=\"url(#plot%d)\" fill=\"none\">%n", number);
    for (ChartMark mark : chart.marks()) {
      double x = PLOT_WIDTH * chart.across().share(chart.across().scale().place(mark.position()));
      if (Double.isFinite(x)) {
        add(
            "<path d=\"M%.1f 0V%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"><title>%s</title>"
                + "</path>%n",
            x, PLOT_HEIGHT, escape(mark.words()));
      }
    }
    chart.curves().forEach(drawn -> behind(chart, drawn));
    chart.curves().forEach(drawn -> line(chart, drawn.line(), stroke(drawn), 1, 1.5));
    add("</g>%n");
    legend(chart);
    add("</g>%n");
  }

  private void grid(ChartContent chart) {
    for (Ticks.Tick tick : Ticks.of(chart.up(), 6)) {
      double y = PLOT_HEIGHT * (1 - chart.up().share(tick.place()));
      add("<path d=\"M0 %.1fH%d\" stroke=\"#ddd\"/>%n", y, PLOT_WIDTH);
      add("<text x=\"-6\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", y + 4, tick.label());
    }
    for (Ticks.Tick tick : Ticks.of(chart.across(), 8)) {
      double x = PLOT_WIDTH * chart.across().share(tick.place());
      add("<path d=\"M%.1f 0V%d\" stroke=\"#eee\"/>%n", x, PLOT_HEIGHT);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
          x, PLOT_HEIGHT + 15, tick.label());
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#555\">%s</text>%n",
        PLOT_WIDTH, PLOT_HEIGHT + 29, escape(chart.acrossTitle()));
  }

  private void behind(ChartContent chart, DrawnCurve drawn) {
    drawn
        .band()
        .ifPresent(
            band -> {
              spans.lay(band.below(), chart.across(), chart.up().scale(), PLOT_WIDTH);
              upper.lay(band.above(), chart.across(), chart.up().scale(), PLOT_WIDTH);
              StringBuilder path = new StringBuilder();
              for (int x = 0; x < PLOT_WIDTH; x++) {
                if (!spans.isEmpty(x) && !upper.isEmpty(x)) {
                  double high = y(chart, upper.high(x));
                  path.append(
                      format(
                          "M%d %.1fh1V%.1fh-1z", x, high, Math.max(high, y(chart, spans.low(x)))));
                }
              }
              add("<path d=\"%s\" fill=\"%s\" opacity=\"0.2\"/>%n", path, colour(drawn));
            });
    drawn.faint().ifPresent(faint -> line(chart, faint, stroke(drawn), 0.28, 1));
  }

  private void line(
      ChartContent chart, Curve curve, String stroke, double opacity, double thickness) {
    spans.lay(curve, chart.across(), chart.up().scale(), PLOT_WIDTH);
    StringBuilder path = new StringBuilder();
    double last = Double.NaN;
    for (int x = 0; x < PLOT_WIDTH; x++) {
      if (spans.isEmpty(x)) {
        last = Double.NaN;
        continue;
      }
      double high = y(chart, spans.high(x));
      double low = y(chart, spans.low(x));
      boolean downwards = !(Math.abs(last - low) < Math.abs(last - high));
      double first = downwards ? high : low;
      double second = downwards ? low : high;
      path.append(format("%s%.1f %.1f", Double.isNaN(last) ? "M" : "L", x + 0.5, first));
      // A point alone needs a line of its own to be seen.
      if (Math.abs(second - first) >= 0.1 || Double.isNaN(last) && spans.isEmpty(x + 1)) {
        path.append(format("V%.1f", Math.abs(second - first) >= 0.1 ? second : second + 1.5));
      }
      last = second;
    }
    add(
        "<path d=\"%s\" %s stroke-opacity=\"%.2f\" stroke-width=\"%.1f\""
            + " stroke-linejoin=\"round\"/>%n",
        path, stroke, opacity, thickness);
  }

  private void legend(ChartContent chart) {
    int y = PLOT_HEIGHT + BELOW_PLOT;
    for (DrawnCurve drawn : chart.curves()) {
      add("<path d=\"M0 %dh30\" %s stroke-width=\"2\"/>%n", y - 4, stroke(drawn));
      add("<text x=\"36\" y=\"%d\">%s</text>%n", y, escape(names.apply(drawn)));
      y += LEGEND_LINE;
    }
  }

  private static double y(ChartContent chart, double place) {
    double y = PLOT_HEIGHT * (1 - chart.up().share(place));
    return Math.clamp(y, -PLOT_HEIGHT, 2 * PLOT_HEIGHT);
  }

  /** Colour and dashes: curves of one run that are more than there are shades differ by dashes. */
  private String stroke(DrawnCurve drawn) {
    LineDash dash = LineDash.of(drawn.shade());
    String stroke = "stroke=\"" + colour(drawn) + "\"";
    return dash.isWhole() ? stroke : stroke + " stroke-dasharray=\"" + dash.words() + "\"";
  }

  private String colour(DrawnCurve drawn) {
    return format("#%06x", colours.applyAsInt(drawn) & 0xFFFFFF);
  }

  private void add(String format, Object... arguments) {
    svg.append(format(format, arguments));
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
