package org.clickgaussian.reference;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.loss.KernelOptions;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Compares the fast kernels, the ND4J reference and finite differences, term by term, on a drawn
 * problem.
 */
public final class GradientCheck {
  /** How far losses may lie apart: some hundred float roundings of numbers around 1. */
  public static final double LOSS_TOLERANCE = 1e-5;

  /** How far gradients may lie apart, relative to their largest float. */
  public static final double GRADIENT_TOLERANCE = 2e-5;

  private final RandomProblem maker;
  private final Kernels kernels;
  private final Workers workers;

  /** A check of the given kernels on problems of the maker's sizes. */
  public GradientCheck(RandomProblem maker, Kernels kernels, Workers workers) {
    this.maker = maker;
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * One line of the result; differences are absolute for the loss and relative to the largest float
   * of the gradient.
   *
   * @param term the term, unweighted
   * @param loss its value by the kernels
   * @param lossDifference between kernels and the farther of reference and direct evaluation
   * @param referenceError largest difference of the gradients of kernels and reference
   * @param finiteDifferenceError largest difference of kernels' gradients and finite differences
   * @param tolerance what both errors may be at most
   * @param passed whether they are, and the losses agree
   */
  public record Row(
      Term term,
      double loss,
      double lossDifference,
      double referenceError,
      double finiteDifferenceError,
      double tolerance,
      boolean passed) {}

  /** Draws the problem of a seed and compares every term. */
  public List<Row> run(long seed, Progress progress) {
    List<Row> rows = new ArrayList<>();
    try (Problem problem = maker.draw(seed)) {
      for (Term term : Term.values()) {
        progress.update(rows.size() / (double) Term.values().length, term.equation());
        rows.add(compare(term, problem.isolated(term)));
      }
    }
    return rows;
  }

  private Row compare(Term term, Problem problem) {
    double[] features = problem.features();
    double direct = new DirectLosses(problem).value(term, features, features);
    double[] slopes = FiniteDifferences.gradient(problem, term);
    double[] fast = new double[features.length];
    double[] readable = new double[features.length];
    StepLosses fastLosses;
    StepLosses readableLosses;
    try (GradientBackend kernel =
            new KernelBackend(
                problem.count(),
                problem.layout(),
                problem.neighbours(),
                workers,
                KernelOptions.PAPER,
                kernels);
        GradientBackend reference =
            new ReferenceBackend(
                problem.layout(), problem.neighbours(), KernelOptions.PAPER.spatialSamples())) {
      fastLosses = run(kernel, problem, fast);
      readableLosses = run(reference, problem, readable);
    }
    double loss = term.of(fastLosses);
    double difference = Math.max(Math.abs(loss - direct), Math.abs(loss - term.of(readableLosses)));
    double referenceError = largestDifference(fast, readable);
    double finiteError = largestDifference(fast, slopes);
    boolean passed =
        difference <= LOSS_TOLERANCE
            && referenceError <= GRADIENT_TOLERANCE
            && finiteError <= GRADIENT_TOLERANCE;
    return new Row(term, loss, difference, referenceError, finiteError, GRADIENT_TOLERANCE, passed);
  }

  private static StepLosses run(GradientBackend backend, Problem problem, double[] gradient) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment floats = arena.allocate(4L * gradient.length, 64);
      StepLosses losses = backend.gradient(problem.input(), problem.settings(), floats);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = floats.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      }
      return losses;
    }
  }

  /** Relative to the largest float of b; absolute where b is all zeros. */
  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(b[i]));
      difference = Math.max(difference, Math.abs(a[i] - b[i]));
    }
    return largest == 0 ? difference : difference / largest;
  }
}
