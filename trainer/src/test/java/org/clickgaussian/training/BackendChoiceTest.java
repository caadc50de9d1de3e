package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.KernelBackend;
import org.clickgaussian.reference.ReferenceBackend;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;

class BackendChoiceTest {

  @Test
  void cpuOpensTheKernels() {
    try (TinyTraining training = new TinyTraining(40, 1);
        Learner learner = open(training, BackendChoice.CPU)) {
      assertThat(((HostLearner) learner).backend()).isInstanceOf(KernelBackend.class);
      assertThat(learner.reason()).isEmpty();
    }
  }

  @Test
  void referenceOpensTheReadableTwin() {
    try (TinyTraining training = new TinyTraining(40, 1);
        Learner learner = open(training, BackendChoice.REFERENCE)) {
      assertThat(((HostLearner) learner).backend()).isInstanceOf(ReferenceBackend.class);
    }
  }

  @Test
  void glOpensOpenGl() {
    GlContext context = GlTestContext.open();
    context.close();
    try (TinyTraining training = new TinyTraining(40, 1);
        Learner learner = open(training, BackendChoice.GL)) {
      assertThat(learner).isInstanceOf(CheckedLearner.class);
      assertThat(learner.share()).contains(DeviceShare.ALL);
      assertThat(learner.name()).isEqualTo("gl");
    }
  }

  @Test
  void autoTakesTheProcessorWhereTheDriverComputesOnIt() {
    GlContext context = GlTestContext.open();
    boolean software = context.report().isSoftware();
    context.close();
    try (TinyTraining training = new TinyTraining(40, 1);
        Learner learner = open(training, BackendChoice.AUTO)) {
      assertThat(learner.name()).isEqualTo(software ? "cpu" : "gl");
      assertThat(learner.reason().isPresent()).isEqualTo(software);
      learner.reason().ifPresent(why -> assertThat(why).contains("computes on the processor"));
    }
  }

  @Test
  void unknownNameIsRefused() {
    try (TinyTraining training = new TinyTraining(40, 1)) {
      assertThatThrownBy(() -> open(training, "gpu"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("gl, cpu and reference");
    }
  }

  private static Learner open(TinyTraining training, String name) {
    return BackendChoice.open(
        LearnerRequest.of(name),
        training.scene(),
        TinyTraining.settings(1),
        training.workers(),
        new StageTimes(),
        sentence -> {},
        Progress.NONE);
  }
}
