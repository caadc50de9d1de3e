package org.clickgaussian.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.LossSettings;

/** The hyperparameters and the seed of a run. Immutable. */
public final class TrainingSettings {
  private final long seed;
  private final Map<Hyperparameter, Double> changed;

  private TrainingSettings(long seed, Map<Hyperparameter, Double> changed) {
    this.seed = seed;
    this.changed = changed;
  }

  /** The settings when nothing is said. */
  public static TrainingSettings defaults(long seed) {
    return new TrainingSettings(seed, new EnumMap<>(Hyperparameter.class));
  }

  /** The seed of everything random in the run. */
  public long seed() {
    return seed;
  }

  /** The same hyperparameters with another seed. */
  public TrainingSettings withSeed(long other) {
    return new TrainingSettings(other, changed);
  }

  /** The value of a hyperparameter. */
  public double get(Hyperparameter parameter) {
    return changed.getOrDefault(parameter, parameter.defaultValue());
  }

  /** The value of a whole-numbered hyperparameter. */
  public int getInt(Hyperparameter parameter) {
    return (int) get(parameter);
  }

  /** Whether a hyperparameter of 0 or 1 is 1. */
  public boolean isOn(Hyperparameter parameter) {
    return get(parameter) != 0;
  }

  /**
   * The same settings with one changed.
   *
   * @throws InputException if the value is out of range
   */
  public TrainingSettings with(Hyperparameter parameter, double value) {
    parameter.require(value);
    Map<Hyperparameter, Double> copy = new EnumMap<>(Hyperparameter.class);
    copy.putAll(changed);
    copy.put(parameter, value);
    return new TrainingSettings(seed, copy);
  }

  /**
   * The same settings with one changed by name.
   *
   * @throws InputException if there is no such hyperparameter, or the value is no number or out of
   *     range
   */
  public TrainingSettings with(String key, String value) {
    Hyperparameter parameter =
        Hyperparameter.ofKey(key).orElseThrow(() -> new InputException(unknown(key)));
    try {
      return with(parameter, Double.parseDouble(value.strip()));
    } catch (NumberFormatException e) {
      throw new InputException(key + " = " + value + ": give a number", e);
    }
  }

  private static String unknown(String key) {
    String known =
        Arrays.stream(Hyperparameter.values())
            .map(Hyperparameter::key)
            .collect(Collectors.joining(", "));
    return "there is no setting \"" + key + "\"; the settings are " + known;
  }

  /** The weights, margins and thresholds of Eq. 3–13. */
  public LossSettings losses() {
    return new LossSettings(
        get(Hyperparameter.POSITIVE_WEIGHT),
        get(Hyperparameter.NEGATIVE_WEIGHT),
        get(Hyperparameter.GLOBAL_WEIGHT),
        get(Hyperparameter.HYPERSPHERE_WEIGHT),
        get(Hyperparameter.RENDERED_NORM_WEIGHT),
        get(Hyperparameter.SPATIAL_WEIGHT),
        get(Hyperparameter.COARSE_MARGIN),
        get(Hyperparameter.FINE_MARGIN),
        get(Hyperparameter.GLOBAL_THRESHOLD));
  }

  /** Where the levels lie in a feature. */
  public FeatureLayout layout() {
    int dimensions = getInt(Hyperparameter.DIMENSIONS);
    int coarse = getInt(Hyperparameter.COARSE_DIMENSIONS);
    if (coarse >= dimensions) {
      throw new InputException(
          "dimensions.coarse = %d leaves nothing of dimensions = %d for the fine level: make it smaller"
              .formatted(coarse, dimensions));
    }
    return new FeatureLayout(dimensions, coarse, isOn(Hyperparameter.GRANULARITY_PRIOR));
  }

  /** The number of iterations. */
  public int iterations() {
    return getInt(Hyperparameter.ITERATIONS);
  }

  /** The first iteration with global guidance: gfl.start, or two thirds of a shorter run. */
  public int globalStart() {
    return Math.min(getInt(Hyperparameter.GLOBAL_START), (int) Math.round(iterations() * 2 / 3.0));
  }

  /** The smallest cluster for a number of training views: max(5, round(share · views)). */
  public int minimumClusterSize(int views) {
    return (int) Math.max(5, Math.round(get(Hyperparameter.CLUSTER_SHARE) * views));
  }
}
