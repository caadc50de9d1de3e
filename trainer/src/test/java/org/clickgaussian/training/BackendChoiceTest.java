package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void unknownNameIsRefused() {
    try (TinyTraining training = new TinyTraining(40, 1)) {
      assertThatThrownBy(() -> open(training, "gpu"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("cpu and reference");
    }
  }

  private static Learner open(TinyTraining training, String name) {
    return BackendChoice.open(
        name,
        training.scene(),
        TinyTraining.settings(1),
        training.workers(),
        new StageTimes(),
        Progress.NONE);
  }
}
