package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.training.TrainingSettings;

/**
 * A run that is being prepared.
 *
 * @param name of its folder
 * @param masks what it is to learn from; empty if there are none
 * @param holdOut every how many-th view is kept out; 0 for none
 * @param leftOut views not to be learnt from, as typed
 * @param settings the hyperparameters and the seed
 * @param branch where it goes on from; empty for a run from the start
 */
public record RunDraft(
    String name,
    Optional<Path> masks,
    int holdOut,
    String leftOut,
    TrainingSettings settings,
    Optional<Branch> branch) {
  /** Usual for scenes of photos all around. */
  static final int HOLD_OUT = 8;

  /**
   * Where a branch goes on from.
   *
   * @param run the other run's folder
   * @param iteration the iterations of its checkpoint
   * @param told the settings in force there
   */
  public record Branch(Path run, int iteration, TrainingSettings told) {
    /** The other run's name. */
    public String name() {
      return run.getFileName().toString();
    }
  }

  static RunDraft of(String name, Optional<Path> masks) {
    return new RunDraft(
        name, masks, HOLD_OUT, "", TrainingPreset.DEFAULTS.settings(0), Optional.empty());
  }

  /** The settings that changed values are marked against. */
  public TrainingSettings compared() {
    return branch
        .map(Branch::told)
        .orElseGet(() -> TrainingPreset.DEFAULTS.settings(settings.seed()));
  }

  List<String> leftOutViews() {
    return Arrays.stream(leftOut.split("[,\\s]+")).filter(view -> !view.isEmpty()).toList();
  }

  RunDraft named(String other) {
    return new RunDraft(other, masks, holdOut, leftOut, settings, branch);
  }

  RunDraft withMasks(Optional<Path> other) {
    return new RunDraft(name, other, holdOut, leftOut, settings, branch);
  }

  RunDraft holdingOut(int every) {
    return new RunDraft(name, masks, every, leftOut, settings, branch);
  }

  RunDraft leavingOut(String views) {
    return new RunDraft(name, masks, holdOut, views, settings, branch);
  }

  RunDraft with(TrainingSettings other) {
    return new RunDraft(name, masks, holdOut, leftOut, other, branch);
  }

  RunDraft from(Optional<Branch> other) {
    return new RunDraft(
        name,
        masks,
        holdOut,
        leftOut,
        other.map(Branch::told).orElseGet(() -> TrainingPreset.DEFAULTS.settings(settings.seed())),
        other);
  }
}
