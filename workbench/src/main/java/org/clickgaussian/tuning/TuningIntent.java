package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.training.Hyperparameter;

/** What a person wants of trainings. */
public sealed interface TuningIntent {

  /** What needs nothing more to be said. */
  enum Step implements TuningIntent {
    /** Begin the run that is being prepared, or put it into the queue. */
    START,
    /** Measure a few iterations of it, for a forecast. */
    FORECAST,
    /** Let the training wait. */
    PAUSE,
    /** End the pause. */
    GO_ON,
    /** End the training at a checkpoint. */
    STOP,
    /** Prepare a run from the start again, not a branch. */
    NO_BRANCH,
    /** Look for runs and masks again. */
    REFRESH
  }

  /** The name of the new run. */
  record Name(String name) implements TuningIntent {}

  /** The masks to learn from. */
  record UseMasks(Path masks) implements TuningIntent {}

  /** Keep every so many-th view out for tests; 0 for none. */
  record HoldOut(int every) implements TuningIntent {}

  /** Views not to learn from, separated by commas or spaces. */
  record LeaveOut(String views) implements TuningIntent {}

  /** The seed of everything random. */
  record Seed(long seed) implements TuningIntent {}

  /** The device to train on; empty for what is usual when the training begins. */
  record TrainOn(Optional<Backend> device) implements TuningIntent {}

  /** All settings of a preset. */
  record UsePreset(TrainingPreset preset) implements TuningIntent {}

  /** Another value: of the run being prepared, or, in flight, of the one in training. */
  record Change(Hyperparameter parameter, double value) implements TuningIntent {}

  /** Whether the settings shown are those of the run in training rather than of the next one. */
  record Steer(boolean running) implements TuningIntent {}

  /** Go on with a run that was stopped. */
  record Resume(Path run) implements TuningIntent {}

  /** Prepare a run that goes on from another one's checkpoint with other settings. */
  record Branch(Path run) implements TuningIntent {}

  /** Move a waiting training up (negative) or down the queue. */
  record Move(int index, int by) implements TuningIntent {}

  /** Take a training off the list. */
  record Remove(int index) implements TuningIntent {}

  /** Train what waited when the window was closed, when its turn comes. */
  record Release(int index) implements TuningIntent {}

  /** Whether the viewport shows the state of the training. */
  record ShowLive(boolean wanted) implements TuningIntent {}
}
