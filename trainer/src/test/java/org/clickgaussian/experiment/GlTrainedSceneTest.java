package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.TruthProtocol;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.samples.SampleFolder;
import org.clickgaussian.samples.SampleSettings;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learnt of a sample scene on OpenGL finds its objects as well as on the processor. */
class GlTrainedSceneTest {
  private static final int GAUSSIANS = 3000;
  private static final int VIEWS = 6;

  @TempDir private Path folder;

  private SceneScores scores(OpenScene scene, String backend, Workers workers) {
    TrainingSettings settings =
        TrainingSettings.defaults(0)
            .with(Hyperparameter.ITERATIONS, 90)
            .with(Hyperparameter.SAMPLED_PIXELS, 300)
            .with(Hyperparameter.UNIFORM_PIXELS, 50)
            .with(Hyperparameter.LEARNING_RATE, 0.05);
    RunFolder run = new RunFolder(folder.resolve(backend));
    TrainingPlan.begin(
            scene,
            folder.resolve("room"),
            folder.resolve("room/clickgaussian/masks/simulated"),
            ViewSplit.none(scene.folder().requireViews()),
            settings,
            List.of(),
            backend)
        .job(run, workers)
        .run(false, Progress.NONE);
    assertThat(RunConfig.read(run.config()).backend()).isEqualTo(backend);
    return new EvaluationJob(
            run,
            folder.resolve("room/clickgaussian/truth/exact"),
            TruthProtocol.PLAIN,
            false,
            new RunEvaluation.Options(true, Optional.empty(), false),
            Optional.empty())
        .run(scene, folder.resolve("room"), workers, Progress.NONE)
        .scores();
  }

  @Test
  void meanIouIsWithinHalfAPointOfTheProcessors() {
    GlTestContext.open().close();
    try (Workers workers = Workers.onAllProcessors()) {
      SampleFolder.create(
          folder.resolve("room"),
          new SampleSettings(0, GAUSSIANS, VIEWS, 104, 78, 0),
          workers,
          Progress.NONE);
      try (OpenScene scene = OpenScene.open(folder.resolve("room"), workers, Progress.NONE)) {
        SceneScores onProcessor = scores(scene, BackendChoice.CPU, workers);
        SceneScores onGl = scores(scene, BackendChoice.GL, workers);
        for (String method : List.of("propagation", "click")) {
          double expected = mean(onProcessor, method);
          assertThat(expected).as("something is found by %s", method).isGreaterThan(0.1);
          assertThat(mean(onGl, method)).as(method).isCloseTo(expected, within(0.005));
        }
      }
    }
  }

  private static double mean(SceneScores scores, String method) {
    return scores.mean(method, Optional.empty(), Metric.IOU, true).orElseThrow();
  }
}
