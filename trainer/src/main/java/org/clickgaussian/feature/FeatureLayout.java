package org.clickgaussian.feature;

import org.clickgaussian.mask.Level;

/**
 * Where the levels' features lie in a row of D floats. The coarse feature is the first D^c floats.
 * With the granularity prior the fine feature is the whole row, f^f = f^c ⊕ f̄^c; without it
 * (ablation "no prior") it is the second half alone.
 *
 * @param dimensions D, floats in a row
 * @param coarseDimensions D^c, floats of the coarse feature
 * @param granularityPrior whether the fine feature contains the coarse one
 */
public record FeatureLayout(int dimensions, int coarseDimensions, boolean granularityPrior) {
  /** The paper's layout: D = 24, D^c = 12, with the granularity prior. */
  public static final FeatureLayout PAPER = new FeatureLayout(24, 12, true);

  /** Checks that both halves have floats. */
  public FeatureLayout {
    if (coarseDimensions < 1 || coarseDimensions >= dimensions) {
      throw new IllegalArgumentException(
          "coarse dimensions " + coarseDimensions + " are not between 1 and " + dimensions);
    }
  }

  /** The first float of the level's feature in a row. */
  public int from(Level level) {
    return level == Level.FINE && !granularityPrior ? coarseDimensions : 0;
  }

  /** One past the last float of the level's feature in a row. */
  public int to(Level level) {
    return level == Level.COARSE ? coarseDimensions : dimensions;
  }

  /** The number of floats of the level's feature: D^l. */
  public int dimensions(Level level) {
    return to(level) - from(level);
  }

  /** The norm r^l that a level's feature has when each half has length 1: 1, or √2. */
  public double radius(Level level) {
    return level == Level.FINE && granularityPrior ? Math.sqrt(2) : 1;
  }
}
