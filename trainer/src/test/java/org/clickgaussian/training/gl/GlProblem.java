package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.loss.KernelOptions;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.reference.Problem;
import org.clickgaussian.reference.ReferenceBackend;
import org.clickgaussian.reference.Term;
import org.clickgaussian.training.DeviceShare;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Workers;

/** Runs a problem on OpenGL and elsewhere, and compares. */
final class GlProblem {
  static final int SPATIAL_SAMPLES = 1500;

  private GlProblem() {}

  /**
   * What an iteration gives before its step.
   *
   * @param gradient float[N · D]
   */
  record Outcome(StepLosses losses, float[] gradient) {}

  static GlLearner learner(GlContext context, Problem problem, Workers workers) {
    return new GlLearner(
        context,
        problem.count(),
        problem.layout(),
        problem.neighbours(),
        new GlLearner.Options(SPATIAL_SAMPLES, problem.input().rows().length, DeviceShare.ALL),
        workers,
        new StageTimes());
  }

  static Outcome onGl(GlContext context, Problem problem) {
    try (Workers workers = Workers.of(1);
        GlLearner learner = learner(context, problem, workers)) {
      return onGl(problem, learner, workers);
    }
  }

  static Outcome onGl(Problem problem, GlLearner learner, Workers workers) {
    float[] gradient = new float[problem.count() * problem.layout().dimensions()];
    try (AdamOptimizer optimizer = new AdamOptimizer(problem.input().features(), workers)) {
      TrainingState state = new TrainingState(problem.input().features(), optimizer, 0, null, null);
      StepLosses losses = learner.gradient(state, problem.input(), problem.settings(), gradient);
      return new Outcome(losses, gradient);
    }
  }

  static Outcome onProcessor(Problem problem) {
    try (Workers workers = Workers.of(1);
        KernelBackend backend =
            new KernelBackend(
                problem.count(),
                problem.layout(),
                problem.neighbours(),
                workers,
                new KernelOptions(SPATIAL_SAMPLES, false))) {
      return on(backend, problem);
    }
  }

  static Outcome onReference(Problem problem) {
    try (ReferenceBackend backend =
        new ReferenceBackend(problem.layout(), problem.neighbours(), SPATIAL_SAMPLES)) {
      return on(backend, problem);
    }
  }

  private static Outcome on(GradientBackend backend, Problem problem) {
    int floats = problem.count() * problem.layout().dimensions();
    try (Arena arena = Arena.ofShared()) {
      MemorySegment gradient = arena.allocate(4L * floats, 64);
      StepLosses losses = backend.gradient(problem.input(), problem.settings(), gradient);
      return new Outcome(losses, gradient.toArray(ValueLayout.JAVA_FLOAT));
    }
  }

  /**
   * Compares: the terms within 2e-5, some hundred float roundings of numbers around 1; the gradient
   * within 2e-5 of its largest float, but for few floats: a cosine within a rounding of a limit may
   * count here and not there.
   */
  static void assertAlike(Outcome actual, Outcome expected, double shareApart) {
    for (Term term : Term.values()) {
      assertThat(term.of(actual.losses()))
          .as(term.equation())
          .isCloseTo(term.of(expected.losses()), within(2e-5));
    }
    if (Double.isNaN(expected.losses().assignedCoarse())) {
      assertThat(actual.losses().assignedCoarse()).isNaN();
      assertThat(actual.losses().assignedFine()).isNaN();
    } else {
      double few = 1e-3;
      assertThat(actual.losses().assignedCoarse())
          .isCloseTo(expected.losses().assignedCoarse(), within(few));
      assertThat(actual.losses().assignedFine())
          .isCloseTo(expected.losses().assignedFine(), within(few));
    }
    float largest = 0;
    for (float value : expected.gradient()) {
      largest = Math.max(largest, Math.abs(value));
    }
    int apart = 0;
    for (int i = 0; i < expected.gradient().length; i++) {
      float difference = Math.abs(actual.gradient()[i] - expected.gradient()[i]);
      // Not "greater than": also what is no number is apart.
      apart += difference <= 2e-5f * largest ? 0 : 1;
    }
    assertThat(apart)
        .as("floats of %d that are apart", expected.gradient().length)
        .isLessThanOrEqualTo((int) (shareApart * expected.gradient().length));
  }
}
