package org.clickgaussian.tuning;

import java.util.function.Function;
import java.util.function.Supplier;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.experiment.TrainingSample;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.TrainingDevice;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.Workers;

/** What is measured for the forecast of a draft. */
final class DraftSample {
  private DraftSample() {}

  /**
   * All of a draft that is still to be done.
   *
   * @param wish of a run that is no branch
   */
  static Function<OpenScene, TrainingSample> of(
      RunDraft draft, Supplier<TrainingWish> wish, Backend device, Workers workers) {
    return draft
        .branch()
        .map(from -> ofBranch(from, draft.settings(), device, workers))
        .orElseGet(() -> ofNew(wish.get(), device, workers));
  }

  /** All of a new run. */
  private static Function<OpenScene, TrainingSample> ofNew(
      TrainingWish wish, Backend device, Workers workers) {
    return opened -> {
      TrainingPlan plan = TrainingDevice.of(device, false).applyTo(wish.plan(opened));
      return new TrainingSample(plan.scene(), plan.config(), workers);
    };
  }

  /** What a branch has left to do. */
  private static Function<OpenScene, TrainingSample> ofBranch(
      RunDraft.Branch branch, TrainingSettings settings, Backend device, Workers workers) {
    return opened -> {
      TrainingPlan plan =
          TrainingDevice.of(device, true)
              .applyTo(TrainingPlan.goOn(opened, new RunFolder(branch.run())));
      String backend = plan.config().backend();
      return new TrainingSample(plan.scene(), settings, backend, branch.iteration(), workers);
    };
  }
}
