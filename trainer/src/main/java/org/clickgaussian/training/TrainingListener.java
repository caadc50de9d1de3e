package org.clickgaussian.training;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.loss.StepLosses;

/** Hears what happens in a run, on the training thread. */
public interface TrainingListener {
  /** An iteration is done; the state is that after it. */
  void iterationDone(TrainingState state, StepLosses losses);

  /** New clusters, found after the given number of iterations, guide those that follow. */
  void clustersFound(int iteration, GlobalClusters clusters);

  /** Settings were changed; in effect in the iteration that comes next. */
  default void settingsChanged(List<SettingChange> changes) {}

  /**
   * A learner was opened: before the first iteration, and again when another device goes on.
   *
   * @param learner the backend and its device in words ({@link Learner#description})
   * @param reason why it is the processor although a graphics processor might have been used
   */
  default void learnerOpened(String learner, Optional<String> reason) {}

  /** A sentence for the person who waits, such as that the device was lost. */
  default void notice(String sentence) {}

  /** The state should be kept soon, so that little is lost if the run is cut off. */
  void checkpointDue(TrainingState state);
}
