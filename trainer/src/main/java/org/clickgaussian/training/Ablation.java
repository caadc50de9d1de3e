package org.clickgaussian.training;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;

/** The ablations of the paper's Table 3: each takes one part of the method away. */
public enum Ablation {
  /** Without global feature-guided learning (Eq. 9). */
  NO_GFL("no-gfl", Hyperparameter.GLOBAL_WEIGHT),
  /** Without the granularity prior: the fine feature is the second half alone. */
  NO_PRIOR("no-prior", Hyperparameter.GRANULARITY_PRIOR),
  /** Without the rendered-norm term (Eq. 11). */
  NO_2D_NORM("no-2d-norm", Hyperparameter.RENDERED_NORM_WEIGHT),
  /** Without the hypersphere term (Eq. 10). */
  NO_3D_NORM("no-3d-norm", Hyperparameter.HYPERSPHERE_WEIGHT),
  /** Without the spatial term (Eq. 12). */
  NO_SPATIAL("no-spatial", Hyperparameter.SPATIAL_WEIGHT);

  private final String key;
  private final Hyperparameter switchedOff;

  Ablation(String key, Hyperparameter switchedOff) {
    this.key = key;
    this.switchedOff = switchedOff;
  }

  /** The name in files and commands. */
  public String key() {
    return key;
  }

  /** The settings with this part taken away. */
  public TrainingSettings applyTo(TrainingSettings settings) {
    return settings.with(switchedOff, 0);
  }

  /** Whether this part is taken away in settings. */
  public boolean isIn(TrainingSettings settings) {
    return settings.get(switchedOff) == 0;
  }

  /**
   * The ablation of a name.
   *
   * @throws InputException if there is none
   */
  public static Ablation ofKey(String key) {
    return Arrays.stream(values())
        .filter(ablation -> ablation.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "there is no ablation \""
                        + key
                        + "\"; the ablations are "
                        + Arrays.stream(values())
                            .map(Ablation::key)
                            .collect(Collectors.joining(", "))));
  }
}
