package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.assertj.core.data.Offset;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.reference.DirectLosses;
import org.clickgaussian.reference.FiniteDifferences;
import org.clickgaussian.reference.Problem;
import org.clickgaussian.reference.RandomProblem;
import org.clickgaussian.reference.Term;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelBackendTest {
  private static final FeatureLayout WITHOUT_PRIOR = new FeatureLayout(24, 12, false);

  @ParameterizedTest
  @EnumSource(Term.class)
  void eachTermAgreesWithFiniteDifferences(Term term) {
    compare(term, RandomProblem.small(FeatureLayout.PAPER), 1);
  }

  @ParameterizedTest
  @EnumSource(Term.class)
  void eachTermAgreesWithFiniteDifferencesWithoutPrior(Term term) {
    compare(term, RandomProblem.small(WITHOUT_PRIOR), 2);
  }

  @ParameterizedTest
  @EnumSource(Term.class)
  void eachTermAgreesWithFiniteDifferencesForOddDimensions(Term term) {
    compare(term, RandomProblem.small(new FeatureLayout(17, 7, true)), 3);
  }

  private static void compare(Term term, RandomProblem maker, long seed) {
    try (Problem whole = maker.draw(seed);
        Arena arena = Arena.ofConfined();
        Workers workers = Workers.of(2)) {
      Problem problem = whole.isolated(term);
      double[] features = problem.features();
      double expected = new DirectLosses(problem).value(term, features, features);
      double[] slopes = FiniteDifferences.gradient(problem, term);
      MemorySegment gradient = arena.allocate(4L * features.length, 64);
      StepLosses losses = run(problem, workers, Kernels.choose(), gradient);
      assertThat(expected).as("a term with something to do").isNotZero();
      // 1e-5: some hundred float roundings of numbers around 1.
      assertThat(term.of(losses)).isCloseTo(expected, Offset.offset(1e-5));
      assertThat(losses.total(problem.settings())).isCloseTo(expected, Offset.offset(1e-5));
      assertClose(gradient, slopes);
    }
  }

  private static StepLosses run(
      Problem problem, Workers workers, Kernels kernels, MemorySegment gradient) {
    try (KernelBackend backend =
        new KernelBackend(
            problem.count(),
            problem.layout(),
            problem.neighbours(),
            workers,
            KernelOptions.PAPER,
            kernels)) {
      return backend.gradient(problem.input(), problem.settings(), gradient);
    }
  }

  private static void assertClose(MemorySegment gradient, double[] expected) {
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      float value = gradient.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      assertThat((double) value)
          .as("float %d", i)
          .isCloseTo(expected[i], Offset.offset(2e-5 * largest));
    }
  }
}
