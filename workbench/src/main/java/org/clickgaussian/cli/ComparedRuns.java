package org.clickgaussian.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.io.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The runs that a command compares, and how. */
final class ComparedRuns {

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Folders of runs, or folders of such folders.")
  private List<Path> folders;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "The run that the others are measured against; one of those given.")
  private Path baseline;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "Method of 'evaluate' whose scores are compared. Default: the first, label propagation.")
  private String method;

  @Option(names = "--boundary", description = "Score single objects by boundary IoU.")
  private boolean boundary;

  @Option(
      names = "--each",
      description =
          "A column for every run; otherwise runs that differ in the seed alone stand together, as"
              + " mean ± deviation.")
  private boolean each;

  @Option(
      names = "--without-reference",
      description = "Leave out the views in which a method was shown the truth.")
  private boolean withoutReference;

  /** Compares them. */
  RunComparison comparison() {
    RunStore store = new RunStore();
    List<RunRecord> runs = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw InputException.in(folder, "is no folder; give folders of runs");
      }
      List<RunRecord> found = store.list(folder);
      if (found.isEmpty()) {
        throw InputException.in(folder, "holds no run; give folders of runs");
      }
      runs.addAll(found);
    }
    return RunComparison.of(
        runs,
        new RunComparison.Choice(
            Optional.ofNullable(baseline),
            Optional.ofNullable(method),
            boundary ? Metric.BOUNDARY_IOU : Metric.IOU,
            !each,
            !withoutReference));
  }
}
