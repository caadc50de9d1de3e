package org.clickgaussian.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.evaluation.SceneScores;

/**
 * A run as it stands on disk, broken ones included.
 *
 * @param folder where it lies
 * @param state how far it came
 * @param problem a sentence that says why it is broken; empty for all others
 * @param config what it was told; empty where that cannot be read
 * @param iteration the iteration at which it stands: in training the last one that was measured,
 *     when stopped that of its checkpoint
 * @param lastMetrics what it measured last; empty where nothing is
 * @param changes the settings that were changed while it went on
 * @param scores what its last evaluation found
 * @param modified when it was last written, in milliseconds since 1970
 * @param warnings what is odd about its files although it can be used, a sentence each
 */
public record RunRecord(
    Path folder,
    State state,
    String problem,
    Optional<RunConfig> config,
    int iteration,
    Optional<MetricsRow> lastMetrics,
    SettingChanges changes,
    Optional<SceneScores> scores,
    long modified,
    List<String> warnings) {

  /** How far a run came. */
  public enum State {
    /** A training holds it. */
    TRAINING,
    /** It stands at its last checkpoint and can go on. */
    STOPPED,
    /** It has features and clusters. */
    FINISHED,
    /** It cannot be used, see {@link RunRecord#problem}. */
    BROKEN;

    /** Name in tables and resource bundles, such as "stopped". */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes a copy of the warnings. */
  public RunRecord {
    warnings = List.copyOf(warnings);
  }

  /** The name of its folder. */
  public String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** The seconds that its training took so far; NaN where nothing was measured. */
  public double seconds() {
    return lastMetrics.map(row -> row.values().get("seconds")).orElse(Double.NaN);
  }

  /** The last value of a column of its metrics; NaN where there is none. */
  public double last(String column) {
    return lastMetrics.map(row -> row.values().get(column)).orElse(Double.NaN);
  }

  /** How far it came in a few words, such as "stopped at iteration 400 of 3000". */
  public String progress() {
    int all = config.map(told -> told.settings().iterations()).orElse(0);
    return switch (state) {
      case TRAINING -> "training, iteration %d of %d".formatted(iteration, all);
      case STOPPED -> "stopped at iteration %d of %d".formatted(iteration, all);
      case FINISHED -> "finished";
      case BROKEN -> "broken: " + problem;
    };
  }
}
