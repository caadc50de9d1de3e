package org.clickgaussian.tuning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.io.InputException;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Checkpoint;
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
 * @param device what it is to be trained on; empty for what is usual when it begins
 */
public record RunDraft(
    String name,
    Optional<Path> masks,
    int holdOut,
    String leftOut,
    TrainingSettings settings,
    Optional<Branch> branch,
    Optional<Backend> device) {
  private static final Texts TEXTS = Texts.of("tuning");

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
    /**
     * From the checkpoint of a run.
     *
     * @throws InputException if it has none
     */
    static Branch of(RunRecord record) {
      RunFolder folder = new RunFolder(record.folder());
      if (record.config().isEmpty() || !Files.exists(folder.checkpoint())) {
        throw new InputException(TEXTS.get("problem.no-checkpoint", record.name()));
      }
      int iteration = Checkpoint.iteration(folder.checkpoint());
      TrainingSettings told =
          record.changes().settingsAt(record.config().get().settings(), iteration);
      return new Branch(record.folder(), iteration, told);
    }

    /** The other run's name. */
    public String name() {
      return run.getFileName().toString();
    }
  }

  static RunDraft of(String name, Optional<Path> masks) {
    return new RunDraft(
        name,
        masks,
        HOLD_OUT,
        "",
        TrainingPreset.DEFAULTS.settings(0),
        Optional.empty(),
        Optional.empty());
  }

  /** The settings that changed values are marked against. */
  public TrainingSettings compared() {
    return branch
        .map(Branch::told)
        .orElseGet(() -> TrainingPreset.DEFAULTS.settings(settings.seed()));
  }

  /**
   * The new run that this describes.
   *
   * @param scene the scene's folder or splat
   * @throws InputException if there are no masks, or the settings do not go together
   */
  TrainingWish wish(Path scene) {
    Path from = masks.orElseThrow(() -> new InputException(TEXTS.get("problem.no-masks")));
    // Tells a wrong combination before the queue comes to it.
    settings.layout();
    return new TrainingWish(scene, from, holdOut, leftOutViews(), settings);
  }

  List<String> leftOutViews() {
    return Arrays.stream(leftOut.split("[,\\s]+")).filter(view -> !view.isEmpty()).toList();
  }

  RunDraft named(String other) {
    return new RunDraft(other, masks, holdOut, leftOut, settings, branch, device);
  }

  RunDraft withMasks(Optional<Path> other) {
    return new RunDraft(name, other, holdOut, leftOut, settings, branch, device);
  }

  RunDraft holdingOut(int every) {
    return new RunDraft(name, masks, every, leftOut, settings, branch, device);
  }

  RunDraft leavingOut(String views) {
    return new RunDraft(name, masks, holdOut, views, settings, branch, device);
  }

  RunDraft with(TrainingSettings other) {
    return new RunDraft(name, masks, holdOut, leftOut, other, branch, device);
  }

  RunDraft from(Optional<Branch> other) {
    return new RunDraft(
        name,
        masks,
        holdOut,
        leftOut,
        other.map(Branch::told).orElseGet(() -> TrainingPreset.DEFAULTS.settings(settings.seed())),
        other,
        device);
  }

  RunDraft on(Optional<Backend> other) {
    return new RunDraft(name, masks, holdOut, leftOut, settings, branch, other);
  }
}
