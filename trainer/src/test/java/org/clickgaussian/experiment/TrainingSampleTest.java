package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.scene.View;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TinyTraining;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSampleTest {
  @TempDir private Path folder;

  private static RunConfig config(TinyTraining training, TrainingSettings settings) {
    return new RunConfig(
        "tiny",
        SceneFingerprint.of(training.scene().gaussians()),
        "stripes",
        training.scene().views().stream().map(View::key).toList(),
        List.of(),
        List.of(),
        "cpu",
        settings);
  }

  @Test
  void theForecastHasTheOrderOfMagnitudeOfTheRun() {
    try (TinyTraining training = new TinyTraining(4098, 1)) {
      RunConfig config = config(training, TinyTraining.settings(400));
      TrainingForecast forecast =
          new TrainingSample(training.scene(), config, training.workers()).forecast(Progress.NONE);
      long began = System.nanoTime();
      new TrainingJob(
              training.scene(), config, new RunFolder(folder.resolve("run")), training.workers())
          .run(false, Progress.NONE);
      double seconds = (System.nanoTime() - began) / 1e9;
      // The machine may be busy and the kernels are compiled on the way: wide bounds.
      assertThat(forecast.totalSeconds()).isBetween(seconds / 10, seconds * 10);
      assertThat(forecast.sampledIterations()).isPositive();
      assertThat(forecast.memory().total()).isPositive();
      assertThat(forecast.seconds())
          .containsOnlyKeys(
              "neighbours",
              "blend weights",
              "iterations before global guidance",
              "iterations with global guidance",
              "clusters");
      assertThat(forecast.seconds().get("iterations with global guidance")).isPositive();
    }
  }

  @Test
  void withoutGuidanceNoIterationIsForecastWithIt() {
    try (TinyTraining training = new TinyTraining(13, 1)) {
      TrainingSettings settings = TinyTraining.settings(30).with(Hyperparameter.GLOBAL_WEIGHT, 0);
      TrainingForecast forecast =
          new TrainingSample(training.scene(), config(training, settings), training.workers())
              .forecast(Progress.NONE);
      assertThat(forecast.seconds().get("iterations with global guidance")).isZero();
    }
  }

  @Test
  void aForecastCanBeCancelled() {
    try (TinyTraining training = new TinyTraining(900, 1)) {
      TrainingSample sample =
          new TrainingSample(
              training.scene(), config(training, TinyTraining.settings(30)), training.workers());
      Progress cancels =
          (fraction, message) -> {
            if (fraction > 0.4) {
              throw new CancelledException("cancelled by the test");
            }
          };
      assertThatThrownBy(() -> sample.forecast(cancels)).isInstanceOf(CancelledException.class);
    }
  }
}
