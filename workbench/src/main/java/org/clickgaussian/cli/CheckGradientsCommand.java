package org.clickgaussian.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.reference.GradientCheck;
import org.clickgaussian.reference.RandomProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the fast losses with their readable twins and with finite differences. */
@Command(
    name = "check-gradients",
    header = "Check every loss and its gradient against two independent computations.",
    description = {
      "On a small random problem each term of the loss is computed three ways: by the fast kernels,"
          + " by an ND4J graph with automatic differentiation, and directly from the equation in"
          + " double precision with finite differences. Loading ND4J takes some seconds.",
      ""
    },
    footer = {
      "",
      "Exit status 1 if any term is farther off than its tolerance.",
      "",
      "Examples:",
      "  clickgaussian check-gradients",
      "  clickgaussian check-gradients --seed 7 --no-prior --json"
    })
final class CheckGradientsCommand extends JobCommand {

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of the random problem. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--no-prior",
      description = "Check the ablation in which the fine feature is the second half alone.")
  private boolean noPrior;

  @Override
  Answer run(Job job) {
    FeatureLayout paper = FeatureLayout.PAPER;
    FeatureLayout layout =
        new FeatureLayout(paper.dimensions(), paper.coarseDimensions(), !noPrior);
    List<GradientCheck.Row> rows =
        new GradientCheck(RandomProblem.small(layout), Kernels.choose(), job.workers())
            .run(seed, job.progress());
    Answer answer = new Answer();
    answer.line("%-13s %14s %12s %12s %12s", "term", "loss", "loss off by", "ND4J", "differences");
    List<Map<String, Object>> terms = new ArrayList<>();
    boolean passed = true;
    for (GradientCheck.Row row : rows) {
      passed &= row.passed();
      answer.line(
          "%-13s %14.6g %12.1e %12.1e %12.1e  %s",
          row.term().equation(),
          row.loss(),
          row.lossDifference(),
          row.referenceError(),
          row.finiteDifferenceError(),
          row.passed() ? "ok" : "FAILED");
      terms.add(values(row));
    }
    answer.line(
        "gradients may be off by %.0e of their largest float: %s",
        GradientCheck.GRADIENT_TOLERANCE, passed ? "all are nearer" : "some are farther");
    answer.value("seed", seed).value("passed", passed).value("terms", terms);
    return passed ? answer : answer.failed();
  }

  private static Map<String, Object> values(GradientCheck.Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("term", row.term().equation());
    values.put("loss", row.loss());
    values.put("loss_difference", row.lossDifference());
    values.put("reference_error", row.referenceError());
    values.put("finite_difference_error", row.finiteDifferenceError());
    values.put("tolerance", row.tolerance());
    values.put("passed", row.passed());
    return values;
  }
}
