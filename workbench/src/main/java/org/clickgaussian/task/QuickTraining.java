package org.clickgaussian.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunSummary;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A training that is short rather than good: fewer iterations and pixels than a run in earnest, so
 * that a small scene is ready to be clicked on after a minute or so.
 */
public final class QuickTraining {
  /** Iterations of a quick training. */
  public static final int ITERATIONS = 2400;

  static final int PIXELS = 3000;
  static final int UNIFORM_PIXELS = 600;
  private static final String BACKEND = "cpu";
  private static final int HOLD_OUT = 8;

  private QuickTraining() {}

  /**
   * Trains a run of a scene into {@code clickgaussian/runs/quick} of its folder. An unfinished run
   * there is gone on with; views that were ticked out of the masks are left out; where a finished
   * one lies, the next number is taken.
   *
   * @param scene the scene's folder
   * @param masks the folder of the masks
   * @return the folder of the run
   * @throws org.clickgaussian.io.InputException if the scene has no views or no masks
   */
  public static Path run(Path scene, Path masks, Workers workers, Progress progress) {
    RunFolder run = free(scene.resolve("clickgaussian").resolve("runs"));
    try (OpenScene opened = OpenScene.open(scene, workers, progress.part(0, 0.02))) {
      train(opened, scene, masks, run, HOLD_OUT, workers, progress.part(0.02, 1));
    }
    return run.path();
  }

  private static RunFolder free(Path runs) {
    for (int number = 1; ; number++) {
      RunFolder run = new RunFolder(runs.resolve(number == 1 ? "quick" : "quick-" + number));
      if (!Files.exists(run.features())) {
        return run;
      }
    }
  }

  /** Trains into a folder, or goes on with the run that lies there. */
  static RunSummary train(
      OpenScene scene,
      Path scenePath,
      Path masks,
      RunFolder run,
      int holdOut,
      Workers workers,
      Progress progress) {
    TrainingSettings settings =
        TrainingSettings.defaults(0)
            .with(Hyperparameter.ITERATIONS, ITERATIONS)
            .with(Hyperparameter.SAMPLED_PIXELS, PIXELS)
            .with(Hyperparameter.UNIFORM_PIXELS, UNIFORM_PIXELS);
    TrainingPlan plan =
        Files.exists(run.config())
            ? TrainingPlan.goOn(scene, run)
            : TrainingPlan.begin(
                scene,
                scenePath,
                masks,
                LeftOutViews.read(masks)
                    .applyTo(ViewSplit.holdOut(scene.folder().requireViews(), holdOut)),
                settings,
                List.of(),
                BACKEND);
    return plan.job(run, workers).run(true, progress);
  }
}
