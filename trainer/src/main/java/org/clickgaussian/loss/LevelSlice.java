package org.clickgaussian.loss;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;

/**
 * A run of floats in a row.
 *
 * @param from the first float
 * @param dimensions how many
 */
record LevelSlice(int from, int dimensions) {
  /** A level's feature. */
  static LevelSlice of(FeatureLayout layout, Level level) {
    return new LevelSlice(layout.from(level), layout.dimensions(level));
  }

  /** The first half of a row, f^c. */
  static LevelSlice firstHalf(FeatureLayout layout) {
    return new LevelSlice(0, layout.coarseDimensions());
  }

  /** The second half of a row, f̄^c. */
  static LevelSlice secondHalf(FeatureLayout layout) {
    return new LevelSlice(
        layout.coarseDimensions(), layout.dimensions() - layout.coarseDimensions());
  }
}
