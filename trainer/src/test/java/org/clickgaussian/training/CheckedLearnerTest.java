package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.loss.KernelOptions;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.reference.Problem;
import org.clickgaussian.reference.RandomProblem;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.device.UntrustedDeviceException;
import org.clickgaussian.training.gl.GlLearner;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels that compute one thing wrongly are found in an iteration in which it matters. */
class CheckedLearnerTest {
  private static final int SPATIAL_SAMPLES = 1500;

  private final AtomicInteger opened = new AtomicInteger();

  private static Problem problem() {
    return new RandomProblem(600, 107, 40, 6, 5, 11, FeatureLayout.PAPER, LossSettings.PAPER)
        .draw(6);
  }

  private GradientBackend processor(Problem problem, Workers workers) {
    opened.incrementAndGet();
    return new KernelBackend(
        problem.count(),
        problem.layout(),
        problem.neighbours(),
        workers,
        new KernelOptions(SPATIAL_SAMPLES, true));
  }

  private CheckedLearner learner(GlContext context, Problem problem, Workers workers) {
    GlLearner learner =
        new GlLearner(
            context,
            problem.count(),
            problem.layout(),
            problem.neighbours(),
            new GlLearner.Options(SPATIAL_SAMPLES, problem.input().rows().length, DeviceShare.ALL),
            workers,
            new StageTimes());
    return new CheckedLearner(
        learner,
        learner,
        "a card (driver 1.2)",
        () -> processor(problem, workers),
        workers,
        new StageTimes());
  }

  private static void step(Learner learner, Problem problem, TrainingState state) {
    learner.step(state, problem.input(), problem.settings(), 0.01);
    state.finishIteration();
  }

  @Test
  void aDeviceThatComputesRightlySaysHowWell() {
    try (Workers workers = Workers.of(1);
        GlContext context = GlTestContext.open();
        Problem problem = problem();
        CheckedLearner learner = learner(context, problem, workers);
        AdamOptimizer optimizer = new AdamOptimizer(problem.input().features(), workers)) {
      TrainingState state = new TrainingState(problem.input().features(), optimizer, 0, null, null);
      assertThat(learner.description()).doesNotContain("processor");
      step(learner, problem, state);
      assertThat(opened).hasValue(1);
      assertThat(learner.description())
          .contains(", as the processor in 1 iterations compared: terms within ")
          .containsPattern("gradient within [0-9.]+e-0[678] of its largest float");
      step(learner, problem, state);
      assertThat(opened).hasValue(1);
      while (state.iteration() <= 101) {
        step(learner, problem, state);
      }
      assertThat(opened).hasValue(2);
      assertThat(learner.description()).contains("as the processor in 2 iterations compared");
    }
  }

  @Test
  void guidanceIsCheckedWhenItBegins() {
    try (Workers workers = Workers.of(1);
        GlContext context = GlTestContext.open();
        Problem problem = problem();
        CheckedLearner learner = learner(context, problem, workers);
        AdamOptimizer optimizer = new AdamOptimizer(problem.input().features(), workers)) {
      GlFaults.replace(
          context, "gaussian_gradients.comp", "best > threshold", "best > 0.95 * threshold");
      TrainingState state = new TrainingState(problem.input().features(), optimizer, 0, null, null);
      for (int iteration = 0; iteration < 3; iteration++) {
        step(learner, unguided(problem), state);
      }
      assertThat(opened).hasValue(1);
      assertThatThrownBy(() -> step(learner, problem, state))
          .isInstanceOf(UntrustedDeviceException.class)
          .hasMessageContaining("computes iteration 4 otherwise than the processor: Eq. 7 by");
    }
  }

  private static Problem unguided(Problem problem) {
    StepInput input = problem.input();
    StepInput without =
        new StepInput(
            input.features(),
            input.blendWeights(),
            input.rows(),
            input.contrastivePixels(),
            input.coarseSegments(),
            input.fineSegments(),
            null,
            null,
            input.spatialSeed());
    return new Problem(without, problem.settings(), problem.neighbours());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          render.comp | rendered[local] = sum; | rendered[local] = 1.01 * sum; | Eq. 4 fine by
          pairs.comp | similarity[o] += fine[o]; | similarity[o] += 1.02 * fine[o]; | Eq. 4 fine by
          pairs.comp | coarse[o] > coarseMargin | coarse[o] > coarseMargin + 0.05 | Eq. 4 coarse by
          pixel_gradients.comp | loss[0] = along; | loss[0] = 1.01 * along; | Eq. 3 coarse by
          pixel_gradients.comp | positiveScale.y / size.y | 1.01 * positiveScale.y / size.y | the gradient by
          pixel_gradients.comp | coarse * coarse + fine * fine | coarse * coarse + fine | Eq. 11 by
          gaussian_gradients.comp | best > threshold | best > 0.95 * threshold | Eq. 7 by
          gaussian_gradients.comp | spatialScale * inverse * | 1.1 * spatialScale * inverse * | the gradient by
          gaussian_gradients.comp | hypersphereScale * excess | 1.1 * hypersphereScale * excess | the gradient by
          segment_pieces.comp | sum += | sum = | Eq. 3
          transpose_pieces.comp | sum += | sum = | the gradient by
          """)
  void aKernelThatComputesOneThingWronglyIsFound(
      String kernel, String words, String others, String found) {
    try (Workers workers = Workers.of(1);
        GlContext context = GlTestContext.open();
        Problem problem = problem();
        CheckedLearner learner = learner(context, problem, workers);
        AdamOptimizer optimizer = new AdamOptimizer(problem.input().features(), workers)) {
      GlFaults.replace(context, kernel, words, others);
      TrainingState state = new TrainingState(problem.input().features(), optimizer, 0, null, null);
      assertThatThrownBy(() -> step(learner, problem, state))
          .isInstanceOf(UntrustedDeviceException.class)
          .hasMessageStartingWith(
              "a card (driver 1.2) computes iteration 1 otherwise than the processor: ")
          .hasMessageContaining(found);
      assertThat(state.isWhole()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weights_write.comp | weights_set(entry, weight) | weights_set(entry, weight) | within
          weights_write.comp | weights_set(entry, weight) | weights_set(entry, 0.98 * weight) | blend weights by
          weights_write.comp | gaussians_set(entry, gaussian) | gaussians_set(entry, gaussian ^ 1u) | from other Gaussians
          """)
  void blendWeightsAreCheckedOnce(String kernel, String words, String others, String found) {
    try (TinyTraining training = new TinyTraining(900, 1);
        GlContext context = GlTestContext.open()) {
      GlFaults.replace(context, kernel, words, others);
      TrainingScene scene = training.scene();
      GlLearner learner =
          GlLearner.open(
              context,
              scene,
              TinyTraining.settings(2),
              new int[0],
              training.workers(),
              new StageTimes(),
              DeviceShare.ALL);
      View view = scene.views().getFirst();
      int[] pixels = {5, 700, 900, 901, 5};
      try (CheckedLearner checked =
              new CheckedLearner(
                  learner, learner, "a card", () -> null, training.workers(), new StageTimes());
          Rasterizer rasterizer = checked.rasterizer(scene.rasterizer());
          SplattedView splatted = rasterizer.splat(view.camera());
          BlendWeights weights = splatted.blendWeights(pixels)) {
        if (words.equals(others)) {
          checked.weightsDrawn(view.camera(), pixels, weights);
          assertThat(checked.description())
              .contains("blend weights of 5 pixels within", "0 of other");
        } else {
          assertThatThrownBy(() -> checked.weightsDrawn(view.camera(), pixels, weights))
              .isInstanceOf(UntrustedDeviceException.class)
              .hasMessageContaining(found);
        }
      }
    }
  }
}
