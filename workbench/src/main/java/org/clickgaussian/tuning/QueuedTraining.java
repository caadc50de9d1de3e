package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.splat.device.Backend;

/**
 * A training in the queue: a run to be begun, or one to go on with.
 *
 * @param scene the scene that it learns from
 * @param folder the run's folder
 * @param wish what a new run is to be; empty for a run that goes on
 * @param device what it is to be trained on; empty for what is usual when it begins
 */
record QueuedTraining(
    Path scene, RunFolder folder, Optional<TrainingWish> wish, Optional<Backend> device) {
  /** A training on what is usual when it begins. */
  QueuedTraining(Path scene, RunFolder folder, Optional<TrainingWish> wish) {
    this(scene, folder, wish, Optional.empty());
  }

  /** How a training in the queue stands. */
  enum Standing {
    /** It waited when the window was closed, and waits for a word before it goes on waiting. */
    KEPT,
    WAITING,
    TRAINING,
    PAUSED,
    STOPPING,
    STOPPED,
    FINISHED,
    FAILED
  }

  String name() {
    return folder.path().getFileName().toString();
  }

  boolean goesOn() {
    return wish.isEmpty();
  }

  TrainingPlan plan(OpenScene opened) {
    return wish.map(each -> each.plan(opened)).orElseGet(() -> TrainingPlan.goOn(opened, folder));
  }

  /** What is to be trained on, if one device is usual. */
  Backend device(Backend usual) {
    return device.orElse(usual);
  }
}
