package org.clickgaussian.curves.data;

import java.util.Map;
import java.util.Optional;
import org.clickgaussian.training.Hyperparameter;

/** Which weight of Eq. 13 belongs to which column of {@code metrics.csv}. */
final class LossWeights {
  private static final Map<String, Hyperparameter> WEIGHTS =
      Map.of(
          "loss/positive-coarse", Hyperparameter.POSITIVE_WEIGHT,
          "loss/positive-fine", Hyperparameter.POSITIVE_WEIGHT,
          "loss/negative-coarse", Hyperparameter.NEGATIVE_WEIGHT,
          "loss/negative-fine", Hyperparameter.NEGATIVE_WEIGHT,
          "loss/gfl-positive", Hyperparameter.GLOBAL_WEIGHT,
          "loss/gfl-negative", Hyperparameter.GLOBAL_WEIGHT,
          "loss/norm-3d", Hyperparameter.HYPERSPHERE_WEIGHT,
          "loss/norm-2d", Hyperparameter.RENDERED_NORM_WEIGHT,
          "loss/spatial", Hyperparameter.SPATIAL_WEIGHT);

  private LossWeights() {}

  /** The weight of a column; empty where the column is no term of the loss. */
  static Optional<Hyperparameter> of(String column) {
    return Optional.ofNullable(WEIGHTS.get(column));
  }
}
