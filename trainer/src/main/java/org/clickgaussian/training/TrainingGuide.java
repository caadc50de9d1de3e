package org.clickgaussian.training;

import org.clickgaussian.work.Progress;

/** What a trainer asks before each iteration, on the training thread. */
@FunctionalInterface
public interface TrainingGuide {
  /**
   * The settings of the next iteration. May wait while the run is paused.
   *
   * @param state where the run stands, after its last whole iteration
   * @param progress to report to while waiting
   * @throws org.clickgaussian.work.CancelledException if the run should stop here
   */
  TrainingSettings beforeIteration(TrainingState state, Progress progress);

  /** The same settings from the first iteration to the last. */
  static TrainingGuide fixed(TrainingSettings settings) {
    return (state, progress) -> settings;
  }
}
