package org.clickgaussian.curves.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.training.Hyperparameter;

/**
 * What a run was told before and while it trained.
 *
 * @param config what it was told at its start; empty if that cannot be read
 * @param marks what was changed since, by iteration
 */
public record RunSettings(Optional<RunConfig> config, List<SettingMark> marks) {
  /** Nothing is known. */
  public static final RunSettings UNKNOWN = new RunSettings(Optional.empty(), List.of());

  /** Sorts the changes. */
  public RunSettings {
    marks = marks.stream().sorted(Comparator.comparingDouble(SettingMark::iteration)).toList();
  }

  /** Whether it is known what the run was told. */
  public boolean known() {
    return config.isPresent();
  }

  /** The value of a hyperparameter in an iteration. */
  public double at(Hyperparameter parameter, double iteration) {
    double value = config.orElseThrow().settings().get(parameter);
    for (SettingMark mark : marks) {
      if (mark.iteration() <= iteration && mark.key().equals(parameter.key())) {
        value = mark.to();
      }
    }
    return value;
  }

  /**
   * Whether two runs differ by nothing but their seed, so that a mean over both says something. A
   * run that was changed while it trained stands alone.
   */
  public boolean sharesAllButSeed(RunSettings other) {
    if (!known() || !other.known() || !marks.isEmpty() || !other.marks.isEmpty()) {
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
