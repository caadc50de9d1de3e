package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.mask.Level;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.DeviceShare;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.LearnerRequest;
import org.clickgaussian.training.PooledFeatures;
import org.clickgaussian.training.SegmentFeatures;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.Trainer;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Average pooling on OpenGL against the processor's, which sums in double precision. */
class GlPoolingTest {

  private static SegmentFeatures pooled(
      TinyTraining training, TrainingSettings settings, Learner learner) {
    try (Trainer trainer =
            new Trainer(training.scene(), settings, learner, training.workers(), new StageTimes());
        TrainingState state =
            Trainer.initialState(training.scene(), settings, training.workers())) {
      return trainer.poolSegments(state, Progress.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void pooledFeaturesAreThoseOfTheProcessor(int prior) {
    TrainingSettings settings =
        TinyTraining.settings(2)
            .with(Hyperparameter.POOLED_PIXELS, 1)
            .with(Hyperparameter.GRANULARITY_PRIOR, prior);
    try (TinyTraining training = new TinyTraining(700, 1);
        GlContext context = GlTestContext.open();
        Learner host =
            BackendChoice.open(
                LearnerRequest.of(BackendChoice.CPU),
                training.scene(),
                settings,
                training.workers(),
                new StageTimes(),
                sentence -> {},
                Progress.NONE);
        GlLearner gl =
            GlLearner.open(
                context,
                training.scene(),
                settings,
                new int[0],
                training.workers(),
                new StageTimes(),
                DeviceShare.ALL)) {
      SegmentFeatures expected = pooled(training, settings, host);
      if (prior == 1) {
        // So slow that segments are pooled in many dispatches.
        GlFaults.slow(context, 1e5);
      }
      SegmentFeatures onDevice = pooled(training, settings, gl);
      gl.keepNothing();
      SegmentFeatures withoutRoom = pooled(training, settings, gl);
      for (Level level : Level.values()) {
        PooledFeatures all = expected.level(level);
        assertThat(all.count()).isGreaterThan(4);
        assertThat(onDevice.level(level).views()).isEqualTo(all.views());
        // Unit vectors from sums of some hundred floats without loss of what is small.
        assertAlike(onDevice.level(level).vectors(), all.vectors(), 1e-6f);
        // Were it pooled elsewhere, a run would depend on what else is on the device.
        assertThat(withoutRoom.level(level).views()).isEqualTo(all.views());
        assertThat(withoutRoom.level(level).vectors()).isEqualTo(onDevice.level(level).vectors());
      }
    }
  }

  private static void assertAlike(float[] actual, float[] expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(tolerance);
    }
  }
}
