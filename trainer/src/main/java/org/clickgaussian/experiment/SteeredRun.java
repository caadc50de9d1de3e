package org.clickgaussian.experiment;

import java.util.Map;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingControl;
import org.clickgaussian.training.TrainingGuide;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Progress;

/**
 * Says what each iteration of a run is told: what the run was told when it began, and what was
 * changed since, which is written to {@code changes.csv} before it takes effect.
 */
final class SteeredRun implements TrainingGuide {
  private final RunFolder folder;
  private final TrainingSettings base;
  private final TrainingControl control;
  private final RunRecorder recorder;
  private SettingChanges changes;
  private TrainingSettings inForce;
  private long pausedNanos;

  SteeredRun(
      RunFolder folder,
      TrainingSettings base,
      SettingChanges changes,
      TrainingControl control,
      RunRecorder recorder) {
    this.folder = folder;
    this.base = base;
    this.changes = changes;
    this.control = control;
    this.recorder = recorder;
    this.inForce = base;
  }

  @Override
  public TrainingSettings beforeIteration(TrainingState state, Progress progress) {
    if (control.isPaused()) {
      recorder.paused(state);
      long began = System.nanoTime();
      control.awaitTurn(progress, state.iteration() / (double) base.iterations());
      pausedNanos += System.nanoTime() - began;
    } else {
      control.awaitTurn(progress, state.iteration() / (double) base.iterations());
    }
    int iteration = state.iteration() + 1;
    Map<Hyperparameter, Double> wanted = control.takeChanges();
    if (!wanted.isEmpty()) {
      changes = changes.with(iteration, wanted, base);
      changes.write(folder.changes());
    }
    if (!changes.in(iteration).isEmpty()) {
      recorder.settingsChanged(changes.in(iteration));
    }
    inForce = changes.settingsAt(base, iteration);
    return inForce;
  }

  /** The settings of the iteration that was asked for last. */
  TrainingSettings inForce() {
    return inForce;
  }

  /** The settings of an iteration, as far as it is known. */
  TrainingSettings settingsAt(int iteration) {
    return changes.settingsAt(base, iteration);
  }

  /** How long the run was paused, in nanoseconds. */
  long pausedNanos() {
    return pausedNanos;
  }
}
