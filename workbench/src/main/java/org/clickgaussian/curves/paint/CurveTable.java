package org.clickgaussian.curves.paint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clickgaussian.curves.data.Curve;

/**
 * The points of curves as CSV, one line a point: chart, run, curve, position, value, smoothed,
 * deviation. A cell is empty where there is nothing: no smoothing, no mean. All points are written,
 * whatever part of them is shown.
 */
public final class CurveTable {
  private CurveTable() {}

  /** Writes the charts one after the other. */
  public static void write(List<ChartContent> charts, OutputStream stream) throws IOException {
    String across = charts.isEmpty() ? "iteration" : charts.getFirst().acrossTitle();
    line(stream, "chart,run,curve," + cell(across) + ",value,smoothed,deviation");
    for (ChartContent chart : charts) {
      for (DrawnCurve drawn : chart.curves()) {
        write(chart.title(), drawn, stream);
      }
    }
  }

  private static void write(String chart, DrawnCurve drawn, OutputStream stream)
      throws IOException {
    Curve value = drawn.faint().orElse(drawn.line());
    String head = cell(chart) + ',' + cell(drawn.run()) + ',' + cell(drawn.column()) + ',';
    for (int i = 0; i < drawn.line().size(); i++) {
      StringBuilder text = new StringBuilder(head);
      text.append(drawn.line().x().get(i)).append(',').append(value.y().get(i)).append(',');
      if (drawn.faint().isPresent()) {
        text.append(drawn.line().y().get(i));
      }
      text.append(',');
      if (drawn.band().isPresent()) {
        text.append(drawn.band().get().above().y().get(i) - drawn.line().y().get(i));
      }
      line(stream, text.toString());
    }
  }

  private static void line(OutputStream stream, String text) throws IOException {
    stream.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
