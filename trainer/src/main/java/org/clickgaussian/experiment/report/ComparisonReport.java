package org.clickgaussian.experiment.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.ComparisonTable;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.experiment.compare.RunGroup;
import org.clickgaussian.experiment.compare.WorstObjects;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * The comparison of runs as one HTML file that needs nothing else: settings, scores, curves over
 * each other, the worst objects with their pictures where {@code evaluate} left some. Light or
 * dark, as the reader's system is.
 */
public final class ComparisonReport {
  private static final int ROWS_SHOWN = 40;
  private static final int WORST = 12;

  private final RunComparison comparison;
  private final StringBuilder html = new StringBuilder();

  private ComparisonReport(RunComparison comparison) {
    this.comparison = comparison;
  }

  /** Writes the page. */
  public static void write(Path file, RunComparison comparison) {
    byte[] page = html(comparison).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, stream -> stream.write(page));
  }

  /** The page; well-formed as XML below its first line. */
  public static String html(RunComparison comparison) {
    return new ComparisonReport(comparison).page();
  }

  private String page() {
    ComparedCurves.Charts charts = ComparedCurves.of(comparison.groups());
    html.append(ReportStyle.HEAD).append("<h1>Comparison of runs</h1>\n");
    legend();
    warnings(charts.warnings());
    section("Settings that differ", comparison.settings(), "All were told the same.");
    if (comparison.method().isEmpty()) {
      html.append("<h2>Scores</h2>\n<p>None of the runs was evaluated.</p>\n");
    } else {
      scores();
    }
    html.append("<h2>Curves</h2>\n<p class=\"note\">Means over iterations");
    html.append(
        comparison.groups().stream().anyMatch(group -> group.runs().size() > 1)
            ? " and seeds; the band is one standard deviation between seeds.</p>\n"
            : ".</p>\n");
    html.append("<div class=\"charts\">\n");
    charts.svg().forEach(html::append);
    return html.append("</div>\n</body>\n</html>\n").toString();
  }

  private void legend() {
    html.append("<ul class=\"legend\">\n");
    List<RunGroup> groups = comparison.groups();
    for (int g = 0; g < groups.size(); g++) {
      RunGroup group = groups.get(g);
      html.append(
          "<li><span class=\"key series-%d%s\"></span><b>%s</b>%s: "
              .formatted(
                  g % LineChart.COLOURS.size(),
                  g >= LineChart.COLOURS.size() ? " dashed" : "",
                  HtmlText.escape(group.name()),
                  comparison.baseline().filter(group::equals).isPresent() ? " (baseline)" : ""));
      html.append(
          String.join(
              "; ",
              group.runs().stream().map(ComparisonReport::stand).map(HtmlText::escape).toList()));
      html.append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private static String stand(RunRecord run) {
    String seed = run.config().map(config -> ", seed " + config.settings().seed()).orElse("");
    return run.name() + seed + ", " + run.progress();
  }

  private void warnings(List<String> ofCurves) {
    List<String> all = new ArrayList<>(comparison.warnings());
    ofCurves.stream().filter(each -> !all.contains(each)).forEach(all::add);
    if (!all.isEmpty()) {
      html.append("<ul class=\"warnings\">\n");
      all.forEach(each -> html.append("<li>").append(HtmlText.escape(each)).append("</li>\n"));
      html.append("</ul>\n");
    }
  }

  private void section(String title, ComparisonTable table, String ifEmpty) {
    html.append("<h2>").append(HtmlText.escape(title)).append("</h2>\n");
    html.append(
        table.rows().isEmpty()
            ? "<p>" + HtmlText.escape(ifEmpty) + "</p>\n"
            : HtmlText.table(table));
  }

  private void scores() {
    ComparisonTable summary = comparison.scores().summary();
    section(summary.title(), summary, "");
    ComparisonTable objects = comparison.scores().byObject();
    html.append(objects.rows().size() <= ROWS_SHOWN ? "<details open=\"open\">" : "<details>");
    html.append(
        "<summary>%s (%d)</summary>\n"
            .formatted(HtmlText.escape(objects.title()), objects.rows().size()));
    html.append(HtmlText.table(objects)).append("</details>\n");
    List<WorstObjects.Worst> worst = comparison.worst();
    section("Worst objects", WorstObjects.table(worst, WORST), "No object was scored.");
    pictures(worst.subList(0, Math.min(WORST, worst.size())));
  }

  private void pictures(List<WorstObjects.Worst> worst) {
    StringBuilder figures = new StringBuilder();
    for (WorstObjects.Worst each : worst) {
      Path folder = PredictionPictures.folder(new RunFolder(each.run().folder()).report());
      Path file = PredictionPictures.ofObject(folder, comparison.method(), each.object().name());
      if (Files.exists(file)) {
        figures.append("<figure><img alt=\"\" src=\"data:image/png;base64,");
        figures.append(Base64.getEncoder().encodeToString(read(file)));
        figures.append(
            "\"/><figcaption><b>%s</b> by %s, IoU %s</figcaption></figure>%n"
                .formatted(
                    HtmlText.escape(each.object().name()),
                    HtmlText.escape(each.run().name()),
                    String.format(Locale.ROOT, "%.3f", each.mean())));
      }
    }
    if (!figures.isEmpty()) {
      html.append("<p class=\"note\">");
      for (PredictionPictures.Kind kind : PredictionPictures.Kind.values()) {
        html.append(
            "<span class=\"swatch\" style=\"background:%s\"></span>%s "
                .formatted(kind.css(), HtmlText.escape(kind.title())));
      }
      html.append("</p>\n<div class=\"figures\">\n").append(figures).append("</div>\n");
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }
}
