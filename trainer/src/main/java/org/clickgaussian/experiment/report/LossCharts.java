package org.clickgaussian.experiment.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clickgaussian.experiment.MetricsRow;

/** The curves of a run's losses, smoothed so that the trend shows through the noise of sampling. */
public final class LossCharts {

  /** A curve has about this many points, each the mean of the iterations that it stands for. */
  private static final int POINTS = 100;

  private static final Map<String, List<String>> CHARTS =
      Map.of(
          "Total loss (Eq. 13)", List.of("loss/total"),
          "Contrastive, positive (Eq. 3)", List.of("loss/positive-coarse", "loss/positive-fine"),
          "Contrastive, negative (Eq. 4)", List.of("loss/negative-coarse", "loss/negative-fine"),
          "Global guidance (Eq. 7, 8)", List.of("loss/gfl-positive", "loss/gfl-negative"),
          "Norms (Eq. 10, 11)", List.of("loss/norm-3d", "loss/norm-2d"),
          "Spatial (Eq. 12)", List.of("loss/spatial"));

  private LossCharts() {}

  /**
   * The charts of a run.
   *
   * @param rows one for each iteration
   * @return SVG elements, sorted by title
   */
  public static List<String> of(List<MetricsRow> rows) {
    List<String> charts = new ArrayList<>();
    for (String title : CHARTS.keySet().stream().sorted().toList()) {
      LineChart chart = new LineChart(title);
      for (String column : CHARTS.get(title)) {
        add(chart, column, rows);
      }
      charts.add(chart.svg());
    }
    return charts;
  }

  private static void add(LineChart chart, String column, List<MetricsRow> rows) {
    int stride = Math.max(1, rows.size() / POINTS);
    int points = rows.size() / stride;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int point = 0; point < points; point++) {
      List<MetricsRow> group = rows.subList(point * stride, (point + 1) * stride);
      x[point] = group.getLast().iteration();
      y[point] =
          group.stream()
              .mapToDouble(row -> row.values().getOrDefault(column, Double.NaN))
              .average()
              .orElse(Double.NaN);
    }
    if (Arrays.stream(y).anyMatch(Double::isFinite)) {
      chart.add(column.substring(column.indexOf('/') + 1), x, y);
    }
  }
}
