package org.clickgaussian.experiment.report;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.experiment.MetricsLog;
import org.clickgaussian.experiment.MetricsRow;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.RunGroup;
import org.clickgaussian.experiment.compare.Spread;
import org.clickgaussian.io.InputException;

/**
 * The metrics of runs over each other, one chart a column. A curve is a group's mean over its runs,
 * in a band of the deviation between them; each point is the mean of the iterations that it stands
 * for, so that the trend shows through the noise of sampling.
 */
public final class ComparedCurves {
  private static final int POINTS = 120;

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("loss/total", "Total loss (Eq. 13)"),
          Map.entry("loss/positive-coarse", "Positive, coarse (Eq. 3)"),
          Map.entry("loss/positive-fine", "Positive, fine (Eq. 3)"),
          Map.entry("loss/negative-coarse", "Negative, coarse (Eq. 4)"),
          Map.entry("loss/negative-fine", "Negative, fine (Eq. 4)"),
          Map.entry("loss/gfl-positive", "Global guidance, positive (Eq. 7)"),
          Map.entry("loss/gfl-negative", "Global guidance, negative (Eq. 8)"),
          Map.entry("loss/norm-3d", "3D norm (Eq. 10)"),
          Map.entry("loss/norm-2d", "2D norm (Eq. 11)"),
          Map.entry("loss/spatial", "Spatial (Eq. 12)"),
          Map.entry("gfl/assigned-coarse", "Share assigned by GFL, coarse"),
          Map.entry("gfl/assigned-fine", "Share assigned by GFL, fine"),
          Map.entry("gfl/clusters-coarse", "Clusters of GFL, coarse"),
          Map.entry("gfl/clusters-fine", "Clusters of GFL, fine"));

  private final List<RunGroup> groups;
  private final double stride;
  private final List<String> warnings = new ArrayList<>();

  private ComparedCurves(List<RunGroup> groups, double stride) {
    this.groups = groups;
    this.stride = stride;
  }

  /**
   * Charts of some runs.
   *
   * @param svg one element for each column that any run measured
   * @param warnings runs whose metrics cannot be read, a sentence each
   */
  public record Charts(List<String> svg, List<String> warnings) {}

  /** Reads the runs' metrics, one run at a time, and draws them. */
  public static Charts of(List<RunGroup> groups) {
    int longest =
        groups.stream()
            .flatMap(group -> group.runs().stream())
            .mapToInt(ComparedCurves::iterations)
            .max()
            .orElse(0);
    ComparedCurves curves = new ComparedCurves(groups, Math.max(1, longest / (double) POINTS));
    return new Charts(curves.charts(), curves.warnings);
  }

  private static int iterations(RunRecord run) {
    return run.lastMetrics().map(MetricsRow::iteration).orElse(0);
  }

  private List<String> charts() {
    List<List<Map<String, double[]>>> read =
        groups.stream().map(group -> group.runs().stream().map(this::columns).toList()).toList();
    List<String> names =
        read.stream()
            .flatMap(List::stream)
            .flatMap(columns -> columns.keySet().stream())
            .distinct()
            .filter(TITLES::containsKey)
            .toList();
    List<String> charts = new ArrayList<>();
    for (String name : names) {
      LineChart chart = new LineChart(TITLES.get(name)).withoutLegend();
      boolean any = false;
      for (int g = 0; g < groups.size(); g++) {
        List<double[]> runs =
            read.get(g).stream().map(columns -> columns.get(name)).filter(v -> v != null).toList();
        any |= add(chart, groups.get(g).name(), runs);
      }
      if (any) {
        charts.add(chart.svg());
      }
    }
    return charts;
  }

  private boolean add(LineChart chart, String name, List<double[]> runs) {
    double[] x = new double[POINTS];
    double[] mean = new double[POINTS];
    double[] deviation = new double[POINTS];
    for (int point = 0; point < POINTS; point++) {
      int at = point;
      Spread spread = Spread.of(runs.stream().mapToDouble(values -> values[at]).toArray());
      x[point] = Math.max(1, (point + 0.5) * stride);
      mean[point] = spread.mean();
      deviation[point] = spread.deviation();
    }
    chart.add(name, x, mean, deviation);
    return Arrays.stream(mean).anyMatch(Double::isFinite);
  }

  /** Each column's means over {@link #stride} iterations; NaN where nothing was measured. */
  private Map<String, double[]> columns(RunRecord run) {
    RunFolder folder = new RunFolder(run.folder());
    Map<String, double[]> sums = new LinkedHashMap<>();
    Map<String, int[]> counts = new LinkedHashMap<>();
    if (!Files.exists(folder.metrics())) {
      return sums;
    }
    try {
      for (MetricsRow row : MetricsLog.read(folder.metrics())) {
        int point = Math.clamp((long) ((row.iteration() - 1) / stride), 0, POINTS - 1);
        row.values()
            .forEach(
                (key, value) -> {
                  if (Double.isFinite(value)) {
                    sums.computeIfAbsent(key, k -> new double[POINTS])[point] += value;
                    counts.computeIfAbsent(key, k -> new int[POINTS])[point]++;
                  }
                });
      }
    } catch (InputException e) {
      warnings.add(e.getMessage());
    }
    sums.forEach(
        (key, values) -> {
          for (int point = 0; point < POINTS; point++) {
            int count = counts.get(key)[point];
            values[point] = count == 0 ? Double.NaN : values[point] / count;
          }
        });
    return sums;
  }
}
