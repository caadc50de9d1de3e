package org.clickgaussian.curves.data;

import java.util.Optional;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;

/**
 * What a run was told before and while it trained.
 *
 * @param config what it was told at its start; empty if that cannot be read
 * @param changes what was changed since
 */
public record RunSettings(Optional<RunConfig> config, SettingChanges changes) {
  /** Nothing is known. */
  public static final RunSettings UNKNOWN = new RunSettings(Optional.empty(), SettingChanges.NONE);

  /** Whether it is known what the run was told. */
  public boolean known() {
    return config.isPresent();
  }

  /** The value of a hyperparameter in an iteration. */
  public double at(Hyperparameter parameter, double iteration) {
    double value = config.orElseThrow().settings().get(parameter);
    for (SettingChange change : changes.all()) {
      if (change.iteration() <= iteration && change.parameter() == parameter) {
        value = change.to();
      }
    }
    return value;
  }

  /**
   * Whether two runs differ by nothing but their seed, so that a mean over both says something. A
   * run that was changed while it trained stands alone.
   */
  public boolean sharesAllButSeed(RunSettings other) {
    if (!known() || !other.known() || !changes.all().isEmpty() || !other.changes.all().isEmpty()) {
      return false;
    }
    RunConfig one = config.get();
    RunConfig two = other.config.get();
    boolean same =
        one.fingerprint().equals(two.fingerprint())
            && one.masks().equals(two.masks())
            && one.ablations().equals(two.ablations())
            && one.trainingViews().equals(two.trainingViews());
    for (Hyperparameter parameter : Hyperparameter.values()) {
      same &= one.settings().get(parameter) == two.settings().get(parameter);
    }
    return same;
  }
}
