package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Kernels;
import org.clickgaussian.mask.Level;
import org.clickgaussian.reference.Problem;
import org.clickgaussian.reference.RandomProblem;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change the result, and what happens at the edges. */
class BackendInvarianceTest {
  private static final FeatureLayout PRIOR = FeatureLayout.PAPER;
  private static final KernelOptions FEW = new KernelOptions(1500, true);

  private record Outcome(StepLosses losses, float[] gradient) {}

  private static RandomProblem problem(int pixels) {
    return new RandomProblem(3000, pixels, 130, 6, 5, 11, PRIOR, LossSettings.PAPER);
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void theNumberOfThreadsChangesNoBit(Kernels kernels) {
    try (Problem problem = problem(1500).draw(1)) {
      Outcome one = run(problem, LossSettings.PAPER, 1, FEW, kernels);
      for (int threads : new int[] {2, 5}) {
        Outcome more = run(problem, LossSettings.PAPER, threads, FEW, kernels);
        assertThat(more.losses()).isEqualTo(one.losses());
        assertThat(more.gradient()).isEqualTo(one.gradient());
      }
    }
  }

  /** Interpreted at first, compiled later: neither may change a sum's order. */
  @ParameterizedTest
  @EnumSource(Kernels.class)
  void manyRepetitionsChangeNoBit(Kernels kernels) {
    try (Problem problem = problem(300).draw(11);
        Workers workers = Workers.of(2);
        KernelBackend backend =
            new KernelBackend(3000, PRIOR, problem.neighbours(), workers, FEW, kernels)) {
      Outcome first = run(backend, problem, LossSettings.PAPER);
      for (int repetition = 0; repetition < 150; repetition++) {
        Outcome again = run(backend, problem, LossSettings.PAPER);
        assertThat(again.losses()).isEqualTo(first.losses());
        assertThat(Arrays.equals(again.gradient(), first.gradient())).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void cullingChangesNoBit(Kernels kernels) {
    try (Problem problem = SegmentedProblem.draw(2)) {
      Outcome culled = run(problem, LossSettings.PAPER, 2, new KernelOptions(100, true), kernels);
      Outcome all = run(problem, LossSettings.PAPER, 2, new KernelOptions(100, false), kernels);
      assertThat(culled.losses().culledShare()).isGreaterThan(0.3);
      assertThat(culled.losses().negativeFine()).isPositive();
      assertThat(all.losses().culledShare()).isZero();
      assertThat(culled.gradient()).isEqualTo(all.gradient());
      assertThat(culled.losses().total(LossSettings.PAPER))
          .isEqualTo(all.losses().total(LossSettings.PAPER));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 207, 4098})
  void vectorAndScalarKernelsAgree(int pixels) {
    try (Problem problem = problem(pixels).draw(3)) {
      Outcome scalar = run(problem, LossSettings.PAPER, 2, FEW, Kernels.SCALAR);
      Outcome vector = run(problem, LossSettings.PAPER, 2, FEW, Kernels.choose());
      assertThat(vector.losses().total(LossSettings.PAPER))
          .isCloseTo(scalar.losses().total(LossSettings.PAPER), within(1e-4));
      assertAlike(vector.gradient(), scalar.gradient());
    }
  }

  /** A cosine within a rounding of a limit may count in one and not in the other: few floats. */
  private static void assertAlike(float[] actual, float[] expected) {
    float largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    int apart = 0;
    for (int i = 0; i < actual.length; i++) {
      apart += Math.abs(actual[i] - expected[i]) > 1e-4f * largest ? 1 : 0;
    }
    assertThat(apart).isLessThanOrEqualTo(actual.length / 1000);
  }

  @Test
  void aBackendUsedAgainForgetsWhatItHeld() {
    try (Problem large = problem(700).draw(4);
        Problem small = problem(90).draw(5);
        Workers workers = Workers.of(2)) {
      Outcome fresh = run(small, LossSettings.PAPER, 2, FEW, Kernels.choose());
      try (KernelBackend backend =
          new KernelBackend(3000, PRIOR, small.neighbours(), workers, FEW)) {
        run(backend, large, LossSettings.PAPER);
        Outcome again = run(backend, small, LossSettings.PAPER);
        assertThat(again.losses()).isEqualTo(fresh.losses());
        assertThat(again.gradient()).isEqualTo(fresh.gradient());
      }
    }
  }

  @Test
  void weightsOfZeroSwitchTermsOff() {
    LossSettings off = new LossSettings(0, 0, 0, 0, 0, 0, 0.5, 0.75, 0.9);
    try (Problem problem = problem(50).draw(6)) {
      Outcome outcome = run(problem, off, 2, FEW, Kernels.choose());
      assertThat(outcome.gradient()).containsOnly(0);
      assertThat(outcome.losses())
          .isEqualTo(new StepLosses(0, 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN, Double.NaN, 0));
    }
  }

  @Test
  void unlabelledPixelsAreAbsent() {
    try (Problem problem = problem(207).draw(7)) {
      Problem blank = withSegments(problem, new int[207], new int[207]);
      StepLosses losses = run(blank, LossSettings.PAPER, 2, FEW, Kernels.choose()).losses();
      assertThat(losses.positiveCoarse()).isZero();
      assertThat(losses.negativeFine()).isZero();
      assertThat(losses.renderedNorm()).isPositive();
    }
  }

  @Test
  void oneSegmentHasNoNegatives() {
    int[] same = new int[207];
    Arrays.fill(same, 3);
    try (Problem problem = problem(207).draw(8)) {
      Problem single = withSegments(problem, same, same);
      StepLosses losses = run(single, LossSettings.PAPER, 2, FEW, Kernels.choose()).losses();
      assertThat(losses.negativeCoarse()).isZero();
      assertThat(losses.negativeFine()).isZero();
      assertThat(losses.positiveCoarse()).isNegative();
    }
  }

  @Test
  void noCandidatesSkipGuidanceAndOneHasNoNegatives() {
    try (Problem problem = problem(13).draw(9)) {
      Candidates none = Candidates.none(PRIOR.dimensions(Level.COARSE));
      Candidates fine = problem.input().fineCandidates();
      Candidates single =
          new Candidates(1, fine.dimensions(), Arrays.copyOf(fine.vectors(), fine.dimensions()));
      StepLosses losses =
          run(withCandidates(problem, none, single), LossSettings.PAPER, 2, FEW, Kernels.choose())
              .losses();
      assertThat(losses.globalNegative()).isZero();
      assertThat(losses.globalPositive()).isNegative();
      assertThat(losses.assignedCoarse()).isZero();
      assertThat(losses.assignedFine()).isPositive();
      StepLosses off =
          run(withCandidates(problem, null, null), LossSettings.PAPER, 2, FEW, Kernels.choose())
              .losses();
      assertThat(off.globalPositive()).isZero();
      assertThat(off.assignedFine()).isNaN();
    }
  }

  @Test
  void zeroFeaturesHaveFiniteGradients() {
    try (Problem problem = problem(207).draw(10)) {
      problem.input().features().table().fill((byte) 0);
      Outcome outcome = run(problem, LossSettings.PAPER, 2, FEW, Kernels.choose());
      assertThat(outcome.losses().positiveCoarse()).isZero();
      assertThat(outcome.losses().hypersphere()).isCloseTo(2, within(1e-5));
      List<Float> wild = new ArrayList<>();
      for (float value : outcome.gradient()) {
        if (!Float.isFinite(value)) {
          wild.add(value);
        }
      }
      assertThat(wild).isEmpty();
    }
  }

  private static Problem withSegments(Problem problem, int[] coarse, int[] fine) {
    StepInput input = problem.input();
    StepInput changed =
        new StepInput(
            input.features(),
            input.blendWeights(),
            input.rows(),
            input.contrastivePixels(),
            coarse,
            fine,
            input.coarseCandidates(),
            input.fineCandidates(),
            input.spatialSeed());
    return new Problem(changed, problem.settings(), problem.neighbours());
  }

  private static Problem withCandidates(Problem problem, Candidates coarse, Candidates fine) {
    StepInput input = problem.input();
    StepInput changed =
        new StepInput(
            input.features(),
            input.blendWeights(),
            input.rows(),
            input.contrastivePixels(),
            input.coarseSegments(),
            input.fineSegments(),
            coarse,
            fine,
            input.spatialSeed());
    return new Problem(changed, problem.settings(), problem.neighbours());
  }

  private static Outcome run(
      Problem problem, LossSettings settings, int threads, KernelOptions options, Kernels kernels) {
    try (Workers workers = Workers.of(threads);
        KernelBackend backend =
            new KernelBackend(
                problem.count(),
                problem.layout(),
                problem.neighbours(),
                workers,
                options,
                kernels)) {
      return run(backend, problem, settings);
    }
  }

  private static Outcome run(KernelBackend backend, Problem problem, LossSettings settings) {
    int floats = problem.count() * problem.layout().dimensions();
    try (Arena arena = Arena.ofShared()) {
      MemorySegment gradient = arena.allocate(4L * floats, 64);
      StepLosses losses = backend.gradient(problem.input(), settings, gradient);
      return new Outcome(losses, gradient.toArray(ValueLayout.JAVA_FLOAT));
    }
  }
}
