package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendChoiceTest {

  @ParameterizedTest
  @ValueSource(strings = {BackendChoice.CPU, BackendChoice.REFERENCE})
  void everyNameOpensItsOwnBackend(String name) {
    try (TinyTraining training = new TinyTraining(40, 1);
        GradientBackend backend = open(training, name)) {
      assertThat(backend.name()).isEqualTo(name);
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

  private static GradientBackend open(TinyTraining training, String name) {
    return BackendChoice.open(
        name, training.scene(), TinyTraining.settings(1), training.workers(), Progress.NONE);
  }
}
