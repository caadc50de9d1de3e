package org.clickgaussian.cli;

import java.nio.file.Path;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.experiment.report.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports the comparison of runs. */
@Command(
    name = "report",
    header = "Write the comparison of runs as one HTML file.",
    description = {
      "Settings that differ, scores, the worst objects (with pictures where 'evaluate --pictures'"
          + " left some) and all curves over each other, with mean and deviation over seeds. The"
          + " file needs nothing else and is light or dark as its reader's system is.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  clickgaussian runs report runs --baseline runs/full --out report.html"
    })
final class ReportRunsCommand extends JobCommand {

  @Mixin private ComparedRuns runs;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The HTML file to write.")
  private Path out;

  @Override
  Answer run(Job job) {
    RunComparison comparison = runs.comparison();
    comparison.warnings().forEach(job.warnings());
    ComparisonReport.write(out, comparison);
    return new Answer().line("Report: %s", out).value("file", out.toString());
  }
}
