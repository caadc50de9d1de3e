package org.clickgaussian.training;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.clickgaussian.io.InputException;

/**
 * Every number that a run can be told, with the name that {@code --set}, {@code config.json} and
 * the window use, its default, its range and what it means. Defaults are the paper's, but for
 * {@link #POSITIVE_WEIGHT} (1 there), {@link #NEGATIVE_WEIGHT} (0.1 there) and {@link #IMPORTANCE}
 * (1 there), which measurements with faulty masks moved.
 */
public enum Hyperparameter {
  /** Iterations of the whole run. */
  ITERATIONS("iterations", 3000, 1, 1_000_000, true, "iterations of the run"),
  /** Step of Adam. */
  LEARNING_RATE("learning-rate", 0.01, 0, 10, false, "learning rate of Adam"),
  /** Pixels of the contrastive terms. */
  SAMPLED_PIXELS("pixels", 10_000, 1, 1_000_000, true, "pixels sampled an iteration (Eq. 3, 4)"),
  /** Pixels that estimate Eq. 11. */
  UNIFORM_PIXELS(
      "pixels.uniform", 2_000, 0, 1_000_000, true, "further pixels drawn uniformly (Eq. 11)"),
  /** How much small segments are favoured. */
  IMPORTANCE(
      "pixels.importance",
      0.5,
      0,
      1,
      false,
      "1: small segments are sampled as often as large ones; 0: every pixel is as likely"),
  /** Pixels kept a view. */
  POOL_FACTOR(
      "pool.factor", 6, 1, 1_000, true, "pixels kept a view, as a multiple of those sampled"),
  /** How often the kept pixels are drawn anew. */
  POOL_RENEWALS("pool.renewals", 3, 0, 1_000, true, "times that the kept pixels are drawn anew"),
  /** Weight of Eq. 3. */
  POSITIVE_WEIGHT("positive.weight", 5, 0, 1e6, false, "weight of the positive term (Eq. 3)"),
  /** λ_neg^cont. */
  NEGATIVE_WEIGHT("negative.weight", 1.5, 0, 1e6, false, "λ_neg, weight of the negatives (Eq. 5)"),
  /** τ^c. */
  COARSE_MARGIN("margin.coarse", 0.5, -1, 1, false, "τ of the coarse level (Eq. 4, 8)"),
  /** τ^f. */
  FINE_MARGIN("margin.fine", 0.75, -1, 1, false, "τ of the fine level (Eq. 4, 8)"),
  /** λ1. */
  GLOBAL_WEIGHT("gfl.weight", 10, 0, 1e6, false, "λ1, weight of global guidance (Eq. 9)"),
  /** τ^g. */
  GLOBAL_THRESHOLD(
      "gfl.threshold", 0.9, -1, 1, false, "τ^g, cosine that assigns a Gaussian (Eq. 7)"),
  /** First iteration with GFL. */
  GLOBAL_START(
      "gfl.start",
      2000,
      0,
      1_000_000,
      true,
      "iteration from which global guidance acts; two thirds of the run when that is fewer"),
  /** Iterations between refreshes of the candidates. */
  GLOBAL_INTERVAL("gfl.interval", 200, 1, 1_000_000, true, "iterations between new candidates"),
  /** λ2. */
  HYPERSPHERE_WEIGHT("norm-3d.weight", 0.2, 0, 1e6, false, "λ2, weight of the 3D norm (Eq. 10)"),
  /** λ3. */
  RENDERED_NORM_WEIGHT("norm-2d.weight", 0.2, 0, 1e6, false, "λ3, weight of the 2D norm (Eq. 11)"),
  /** λ4. */
  SPATIAL_WEIGHT("spatial.weight", 0.5, 0, 1e6, false, "λ4, weight of the spatial term (Eq. 12)"),
  /** K. */
  SPATIAL_NEIGHBOURS("spatial.neighbours", 5, 1, 64, true, "K, nearest neighbours (Eq. 12)"),
  /** N_s. */
  SPATIAL_SAMPLE("spatial.sample", 100_000, 1, 1e9, true, "N_s, Gaussians an iteration (Eq. 12)"),
  /** D. */
  DIMENSIONS("dimensions", 24, 2, 64, true, "D, floats of a feature"),
  /** D^c. */
  COARSE_DIMENSIONS("dimensions.coarse", 12, 1, 63, true, "D^c, floats of the coarse feature"),
  /** Whether the fine feature contains the coarse one. */
  GRANULARITY_PRIOR("prior", 1, 0, 1, true, "1: the fine feature contains the coarse one"),
  /** HDBSCAN epsilon, coarse. */
  COARSE_EPSILON("cluster.epsilon.coarse", 1e-2, 0, 2, false, "clusters closer than this are one"),
  /** HDBSCAN epsilon, fine. */
  FINE_EPSILON("cluster.epsilon.fine", 1e-3, 0, 2, false, "clusters closer than this are one"),
  /** c of the minimum cluster size. */
  CLUSTER_SHARE(
      "cluster.share",
      0.2,
      0,
      1,
      false,
      "smallest cluster as a share of the training views, but at least 5 segments"),
  /** Segments smaller than this are not pooled. */
  POOLED_PIXELS(
      "cluster.pixels", 20, 1, 1e9, true, "segments of fewer pixels are not pooled (Eq. 6)"),
  /** Iterations between checkpoints. */
  CHECKPOINT_INTERVAL("checkpoint.interval", 200, 1, 200, true, "iterations between checkpoints");

  private final String key;
  private final double defaultValue;
  private final double minimum;
  private final double maximum;
  private final boolean integer;
  private final String description;

  Hyperparameter(
      String key,
      double defaultValue,
      double minimum,
      double maximum,
      boolean integer,
      String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.minimum = minimum;
    this.maximum = maximum;
    this.integer = integer;
    this.description = description;
  }

  /** The name in files and commands. */
  public String key() {
    return key;
  }

  /** The value when nothing is said. */
  public double defaultValue() {
    return defaultValue;
  }

  /** The smallest value allowed. */
  public double minimum() {
    return minimum;
  }

  /** The largest value allowed. */
  public double maximum() {
    return maximum;
  }

  /** Whether only whole numbers are allowed. */
  public boolean integer() {
    return integer;
  }

  /** One line for a person. */
  public String description() {
    return description;
  }

  /**
   * The value that the paper gives, which is not always the {@linkplain #defaultValue default}
   * here; empty where the paper says nothing.
   */
  public OptionalDouble paperValue() {
    return switch (this) {
      case POSITIVE_WEIGHT, IMPORTANCE -> OptionalDouble.of(1);
      case NEGATIVE_WEIGHT -> OptionalDouble.of(0.1);
      case UNIFORM_PIXELS,
          POOL_FACTOR,
          POOL_RENEWALS,
          GLOBAL_INTERVAL,
          CLUSTER_SHARE,
          POOLED_PIXELS,
          CHECKPOINT_INTERVAL ->
          OptionalDouble.empty();
      default -> OptionalDouble.of(defaultValue);
    };
  }

  /** What it belongs to. */
  public HyperparameterGroup group() {
    return HyperparameterGroup.of(this);
  }

  /**
   * Whether it may be changed while a run goes on, from the next iteration on: weights, margins,
   * thresholds, the learning rate, and what tells clusters apart. All others decide the layout of
   * the run's memory or when its parts begin.
   */
  public boolean changesInFlight() {
    return switch (this) {
      case LEARNING_RATE,
          POSITIVE_WEIGHT,
          NEGATIVE_WEIGHT,
          COARSE_MARGIN,
          FINE_MARGIN,
          GLOBAL_WEIGHT,
          GLOBAL_THRESHOLD,
          HYPERSPHERE_WEIGHT,
          RENDERED_NORM_WEIGHT,
          SPATIAL_WEIGHT,
          COARSE_EPSILON,
          FINE_EPSILON,
          CLUSTER_SHARE ->
          true;
      default -> false;
    };
  }

  /** Whether it decides what a checkpoint looks like, so that no branch of a run can change it. */
  public boolean shapesFeatures() {
    return this == DIMENSIONS || this == COARSE_DIMENSIONS || this == GRANULARITY_PRIOR;
  }

  /**
   * Refuses a value that is out of range or not whole where it must be.
   *
   * @throws InputException with the range
   */
  public void require(double value) {
    if (!allows(value)) {
      throw new InputException(
          "%s = %s is not allowed: give a %snumber from %s to %s (%s)"
              .formatted(
                  key,
                  format(value),
                  integer ? "whole " : "",
                  format(minimum),
                  format(maximum),
                  description));
    }
  }

  /** Whether a value lies in the range and is whole where it must be. */
  public boolean allows(double value) {
    return value >= minimum && value <= maximum && (!integer || value == Math.rint(value));
  }

  /** A value as people write it: whole numbers without a point. */
  public String format(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  /** The hyperparameter of a name. */
  public static Optional<Hyperparameter> ofKey(String key) {
    for (Hyperparameter parameter : values()) {
      if (parameter.key.equals(key)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }
}
