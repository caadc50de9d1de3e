package org.clickgaussian.tuning;

import java.util.function.Function;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.experiment.TrainingSample;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.Workers;

/** What is measured for the forecast of a draft. */
final class DraftSample {
  private DraftSample() {}

  /** All of a new run. */
  static Function<OpenScene, TrainingSample> ofNew(TrainingWish wish, Workers workers) {
    return opened -> {
      TrainingPlan plan = wish.plan(opened);
      return new TrainingSample(plan.scene(), plan.config(), workers);
    };
  }

  /** What a branch has left to do. */
  static Function<OpenScene, TrainingSample> ofBranch(
      RunDraft.Branch branch, TrainingSettings settings, Workers workers) {
    return opened -> {
      TrainingPlan plan = TrainingPlan.goOn(opened, new RunFolder(branch.run()));
      String backend = plan.config().backend();
      return new TrainingSample(plan.scene(), settings, backend, branch.iteration(), workers);
    };
  }
}
