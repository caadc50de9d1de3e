package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.mask.Level;
import org.clickgaussian.reference.Problem;
import org.clickgaussian.reference.RandomProblem;
import org.clickgaussian.reference.Term;
import org.clickgaussian.training.gl.GlProblem.Outcome;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each term on OpenGL against the processor's kernels and against the readable reference. */
class GlTermsTest {
  private static final FeatureLayout PRIOR = FeatureLayout.PAPER;
  private static final FeatureLayout WITHOUT_PRIOR = new FeatureLayout(24, 12, false);
  private static final FeatureLayout ODD = new FeatureLayout(17, 7, true);

  private static GlContext context;

  @BeforeAll
  static void open() {
    context = GlTestContext.open();
  }

  @AfterAll
  static void close() {
    if (context != null) {
      context.close();
    }
  }

  private static RandomProblem sized(int gaussians, int pixels, FeatureLayout layout) {
    return new RandomProblem(gaussians, pixels, 40, 6, 5, 11, layout, LossSettings.PAPER);
  }

  @ParameterizedTest
  @EnumSource(Term.class)
  void eachTermIsThatOfTheReference(Term term) {
    for (FeatureLayout layout : new FeatureLayout[] {PRIOR, WITHOUT_PRIOR, ODD}) {
      try (Problem whole = RandomProblem.small(layout).draw(5)) {
        Problem alone = whole.isolated(term);
        Outcome expected = GlProblem.onReference(alone);
        assertThat(term.of(expected.losses())).as("a term with something to do").isNotZero();
        GlProblem.assertAlike(GlProblem.onGl(context, alone), expected, 0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Term.class)
  void eachTermIsThatOfTheProcessor(Term term) {
    try (Problem whole = sized(1000, 207, PRIOR).draw(6)) {
      Problem alone = whole.isolated(term);
      GlProblem.assertAlike(GlProblem.onGl(context, alone), GlProblem.onProcessor(alone), 1e-3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 13, 24, 12, true",
    "13, 0, 24, 12, true",
    "13, 1, 24, 12, true",
    "13, 207, 24, 12, false",
    "4098, 300, 24, 12, true",
    "4098, 13, 24, 12, false",
    "500, 130, 17, 7, false",
    "500, 130, 2, 1, true",
    "500, 130, 64, 40, true",
    "65, 129, 33, 32, true"
  })
  void awkwardSizesAreThoseOfTheProcessor(
      int gaussians, int pixels, int dimensions, int coarse, boolean prior) {
    FeatureLayout layout = new FeatureLayout(dimensions, coarse, prior);
    try (Problem problem = sized(gaussians, pixels, layout).draw(7)) {
      GlProblem.assertAlike(GlProblem.onGl(context, problem), GlProblem.onProcessor(problem), 1e-3);
    }
  }

  /** 2^14 words: features, moments and gradient of 1500 Gaussians lie in three parts each. */
  @Test
  void buffersInPartsChangeNoBit() {
    try (GlContext parted = GlTestContext.open(1 << 14);
        Problem problem = sized(1500, 120, PRIOR).draw(8)) {
      Outcome whole = GlProblem.onGl(context, problem);
      Outcome parts = GlProblem.onGl(parted, problem);
      assertThat(parts.gradient()).isEqualTo(whole.gradient());
      assertThat(parts.losses()).isEqualTo(whole.losses());
    }
  }

  /** All pairs of Eq. 4 and all Gaussians, in hundreds of dispatches. */
  @Test
  void aSlowDeviceChangesNoBit() {
    try (GlContext slow = GlTestContext.open();
        Problem problem = sized(1500, 300, PRIOR).draw(8)) {
      GlFaults.slow(slow, 1e5);
      Outcome fast = GlProblem.onGl(context, problem);
      Outcome pieces = GlProblem.onGl(slow, problem);
      assertThat(pieces.gradient()).isEqualTo(fast.gradient());
      assertThat(pieces.losses()).isEqualTo(fast.losses());
    }
  }

  @Test
  void blendWeightsThatAreSentGiveTheBitsOfThoseThatAreKept() {
    try (Problem problem = sized(900, 120, PRIOR).draw(16);
        Workers workers = Workers.of(1);
        GlLearner keeping = GlProblem.learner(context, problem, workers);
        GlLearner sending = GlProblem.learner(context, problem, workers)) {
      sending.keepNothing();
      Outcome kept = GlProblem.onGl(problem, keeping, workers);
      Outcome sent = GlProblem.onGl(problem, sending, workers);
      assertThat(keeping.keptViews()).isEqualTo(1);
      assertThat(sending.keptViews()).isZero();
      assertThat(sent.gradient()).isEqualTo(kept.gradient());
      assertThat(sent.losses()).isEqualTo(kept.losses());
      keeping.forgetWeights();
      assertThat(keeping.keptViews()).isZero();
      assertThat(GlProblem.onGl(problem, keeping, workers).gradient()).isEqualTo(kept.gradient());
    }
  }

  @Test
  void theSameBitsComeTwiceAndNothingIsLeftOver() {
    try (Problem small = sized(900, 60, PRIOR).draw(9);
        Problem large = sized(900, 300, PRIOR).draw(10);
        Workers workers = Workers.of(1);
        GlLearner learner = GlProblem.learner(context, small, workers)) {
      Outcome first = GlProblem.onGl(small, learner, workers);
      GlProblem.onGl(large, learner, workers);
      Outcome again = GlProblem.onGl(small, learner, workers);
      assertThat(again.gradient()).isEqualTo(first.gradient());
      assertThat(again.losses()).isEqualTo(first.losses());
    }
  }

  @Test
  void unlabelledPixelsAreAbsent() {
    try (Problem problem = sized(300, 207, PRIOR).draw(11)) {
      StepInput input = problem.input();
      Problem blank =
          with(
              problem,
              new int[207],
              new int[207],
              input.coarseCandidates(),
              input.fineCandidates());
      Outcome outcome = GlProblem.onGl(context, blank);
      assertThat(outcome.losses().positiveCoarse()).isZero();
      assertThat(outcome.losses().negativeFine()).isZero();
      assertThat(outcome.losses().renderedNorm()).isPositive();
      GlProblem.assertAlike(outcome, GlProblem.onProcessor(blank), 1e-3);
    }
  }

  @Test
  void noCandidatesOneCandidateAndManyAreThoseOfTheProcessor() {
    try (Problem problem = sized(300, 13, PRIOR).draw(12)) {
      Candidates none = Candidates.none(PRIOR.dimensions(Level.COARSE));
      Candidates fine = problem.input().fineCandidates();
      Candidates single =
          new Candidates(1, fine.dimensions(), Arrays.copyOf(fine.vectors(), fine.dimensions()));
      for (Problem each :
          new Problem[] {
            withCandidates(problem, null, null), withCandidates(problem, none, single)
          }) {
        GlProblem.assertAlike(GlProblem.onGl(context, each), GlProblem.onProcessor(each), 0);
      }
      RandomProblem many = new RandomProblem(300, 13, 13, 6, 70, 133, PRIOR, LossSettings.PAPER);
      try (Problem rich = many.draw(13)) {
        GlProblem.assertAlike(GlProblem.onGl(context, rich), GlProblem.onProcessor(rich), 1e-3);
      }
    }
  }

  @Test
  void weightsOfZeroSwitchTermsOff() {
    LossSettings off = new LossSettings(0, 0, 0, 0, 0, 0, 0.5, 0.75, 0.9);
    try (Problem drawn = sized(300, 50, PRIOR).draw(14)) {
      Problem problem = new Problem(drawn.input(), off, drawn.neighbours());
      Outcome outcome = GlProblem.onGl(context, problem);
      assertThat(outcome.gradient()).containsOnly(0);
      assertThat(outcome.losses()).isEqualTo(GlProblem.onProcessor(problem).losses());
    }
  }

  @Test
  void zeroFeaturesHaveFiniteGradients() {
    try (Problem problem = sized(300, 60, PRIOR).draw(15)) {
      problem.input().features().table().fill((byte) 0);
      GlProblem.assertAlike(GlProblem.onGl(context, problem), GlProblem.onProcessor(problem), 0);
    }
  }

  private static Problem withCandidates(Problem problem, Candidates coarse, Candidates fine) {
    StepInput input = problem.input();
    return with(problem, input.coarseSegments(), input.fineSegments(), coarse, fine);
  }

  private static Problem with(
      Problem problem, int[] coarse, int[] fine, Candidates coarseOnes, Candidates fineOnes) {
    StepInput input = problem.input();
    StepInput changed =
        new StepInput(
            input.features(),
            input.blendWeights(),
            input.rows(),
            input.contrastivePixels(),
            coarse,
            fine,
            coarseOnes,
            fineOnes,
            input.spatialSeed());
    return new Problem(changed, problem.settings(), problem.neighbours());
  }
}
