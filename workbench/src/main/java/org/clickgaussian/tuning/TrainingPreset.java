package org.clickgaussian.tuning;

import java.util.Locale;
import org.clickgaussian.training.Ablation;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;

/** Settings to begin with: all of the method, the paper's values, or one of its ablations. */
public enum TrainingPreset {
  /** The whole method with the defaults here. */
  DEFAULTS,
  /** The whole method with the paper's values. */
  PAPER,
  /** Without global feature-guided learning. */
  NO_GFL(Ablation.NO_GFL),
  /** Without the granularity prior. */
  NO_PRIOR(Ablation.NO_PRIOR),
  /** Without the rendered norm. */
  NO_2D_NORM(Ablation.NO_2D_NORM),
  /** Without the hypersphere term. */
  NO_3D_NORM(Ablation.NO_3D_NORM),
  /** Without the spatial term. */
  NO_SPATIAL(Ablation.NO_SPATIAL);

  private final Ablation ablation;

  TrainingPreset() {
    this(null);
  }

  TrainingPreset(Ablation ablation) {
    this.ablation = ablation;
  }

  /** Name in resource bundles, such as "no-gfl". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The settings, with a seed. */
  public TrainingSettings settings(long seed) {
    TrainingSettings settings = TrainingSettings.defaults(seed);
    if (this == PAPER) {
      for (Hyperparameter parameter : Hyperparameter.values()) {
        if (parameter.paperValue().isPresent()) {
          settings = settings.with(parameter, parameter.paperValue().getAsDouble());
        }
      }
    }
    return ablation == null ? settings : ablation.applyTo(settings);
  }
}
