package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;

/**
 * Begins a run where another one stands: a new folder with the other's checkpoint, what it had
 * measured and been told up to there, and settings that may differ from there on. The other run
 * stays as it is, and may go on meanwhile.
 *
 * <p>Settings that {@linkplain Hyperparameter#changesInFlight change in flight} are changes of the
 * branch's first own iteration, so that what it was told before stays in its record; all others
 * stand in its {@code config.json}.
 */
public final class RunBranch {
  private RunBranch() {}

  /**
   * Makes the branch; train it as a run that is resumed.
   *
   * @param from the run to branch off from; needs a checkpoint
   * @param to the new run's folder
   * @param wanted the settings that the branch goes on with
   * @return the iterations that the branch begins after
   * @throws InputException if there is no checkpoint, the new folder holds a run already, the
   *     settings shape features differently, or fewer iterations are wanted than are done
   */
  public static int create(RunFolder from, RunFolder to, TrainingSettings wanted) {
    RunConfig config = RunConfig.read(from.config());
    requirePossible(from, to, config, wanted);
    try (RunFolder.Hold hold = to.hold()) {
      copyCheckpoint(from, to);
      int iteration = Checkpoint.iteration(to.checkpoint());
      if (iteration > wanted.iterations()) {
        throw new InputException(
            "iterations = %d is too few for a branch of %s, which has done %d already: give more"
                .formatted(wanted.iterations(), from.path(), iteration));
      }
      SettingChanges changes = SettingChanges.read(from.changes()).until(iteration);
      changes = changes.with(iteration + 1, inFlight(wanted), config.settings());
      changes.write(to.changes());
      List<MetricsRow> rows =
          Files.exists(from.metrics()) ? MetricsLog.read(from.metrics()) : List.of();
      MetricsLog.write(to.metrics(), rows, iteration);
      RunParent parent = new RunParent(from.path().toString(), iteration);
      // Last, for it makes the folder a run.
      config.branched(told(config.settings(), wanted), parent).write(to.config());
      return iteration;
    }
  }

  private static void requirePossible(
      RunFolder from, RunFolder to, RunConfig config, TrainingSettings wanted) {
    if (!Files.exists(from.checkpoint())) {
      throw InputException.in(from.path(), "has no checkpoint to branch off from; train it first");
    }
    if (Files.exists(to.config())) {
      throw InputException.in(to.path(), "already holds a run; give another folder");
    }
    for (Hyperparameter parameter : Hyperparameter.values()) {
      if (parameter.shapesFeatures() && wanted.get(parameter) != config.settings().get(parameter)) {
        throw new InputException(
            "%s cannot be changed in a branch of %s, whose features have another shape; begin a run of its own"
                .formatted(parameter.key(), from.path()));
      }
    }
  }

  private static Map<Hyperparameter, Double> inFlight(TrainingSettings wanted) {
    Map<Hyperparameter, Double> values = new EnumMap<>(Hyperparameter.class);
    for (Hyperparameter parameter : Hyperparameter.values()) {
      if (parameter.changesInFlight()) {
        values.put(parameter, wanted.get(parameter));
      }
    }
    return values;
  }

  private static TrainingSettings told(TrainingSettings before, TrainingSettings wanted) {
    TrainingSettings told = before.withSeed(wanted.seed());
    for (Hyperparameter parameter : Hyperparameter.values()) {
      if (!parameter.changesInFlight()) {
        told = told.with(parameter, wanted.get(parameter));
      }
    }
    return told;
  }

  private static void copyCheckpoint(RunFolder from, RunFolder to) {
    Path source = from.checkpoint();
    AtomicFile.write(
        to.checkpoint(),
        stream -> {
          try (var open = Files.newInputStream(source)) {
            open.transferTo(stream);
          } catch (IOException e) {
            throw new IOException(source + ": " + AtomicFile.reason(e), e);
          }
        });
  }
}
