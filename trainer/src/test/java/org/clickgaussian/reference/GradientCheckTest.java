package org.clickgaussian.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientCheckTest {
  @ParameterizedTest
  @CsvSource({"true,1", "false,2"})
  void kernelsReferenceAndFiniteDifferencesAgree(boolean granularityPrior, long seed) {
    FeatureLayout layout = new FeatureLayout(24, 12, granularityPrior);
    try (Workers workers = Workers.of(2)) {
      GradientCheck check =
          new GradientCheck(RandomProblem.small(layout), Kernels.choose(), workers);
      assertThat(check.run(seed, Progress.NONE))
          .hasSize(Term.values().length)
          .allSatisfy(row -> assertThat(row.loss()).isNotZero())
          .allMatch(GradientCheck.Row::passed);
    }
  }
}
