package org.clickgaussian.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.training.BackendChoice;
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
  static final int HOLD_OUT = 8;

  private QuickTraining() {}

  /**
   * Trains a run of a scene into {@code clickgaussian/runs/quick} of its folder. An unfinished run
   * there is gone on with; views that were ticked out of the masks are left out; where a finished
   * one lies, the next number is taken.
   *
   * @param scene the scene's folder
   * @param masks the folder of the masks
   * @param wanted which device is to train
   * @param notices hears what the person who waits should know
   * @return the folder of the run
   * @throws org.clickgaussian.io.InputException if the scene has no views or no masks
   */
  public static Path run(
      Path scene,
      Path masks,
      Backend wanted,
      Consumer<String> notices,
      Workers workers,
      Progress progress) {
    RunFolder run = free(scene.resolve("clickgaussian").resolve("runs"));
    TrainingDevice device = TrainingDevice.of(wanted, Files.exists(run.config()));
    device.reason().ifPresent(notices);
    try (OpenScene opened = OpenScene.open(scene, workers, progress.part(0, 0.02))) {
      device
          .applyTo(plan(opened, scene, masks, run))
          .job(run, workers)
          .run(true, notices, progress.part(0.02, 1));
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

  /** What is trained into a folder on the processor, or the run that lies there and goes on. */
  static TrainingPlan plan(OpenScene scene, Path scenePath, Path masks, RunFolder run) {
    if (Files.exists(run.config())) {
      return TrainingPlan.goOn(scene, run);
    }
    TrainingSettings settings =
        TrainingSettings.defaults(0)
            .with(Hyperparameter.ITERATIONS, ITERATIONS)
            .with(Hyperparameter.SAMPLED_PIXELS, PIXELS)
            .with(Hyperparameter.UNIFORM_PIXELS, UNIFORM_PIXELS);
    ViewSplit split =
        LeftOutViews.read(masks)
            .applyTo(ViewSplit.holdOut(scene.folder().requireViews(), HOLD_OUT));
    return TrainingPlan.begin(
        scene, scenePath, masks, split, settings, List.of(), BackendChoice.CPU);
  }
}
