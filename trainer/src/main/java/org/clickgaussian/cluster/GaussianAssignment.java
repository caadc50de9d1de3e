package org.clickgaussian.cluster;

import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * The cluster that every Gaussian belongs to at each level, c_i^l = argmax_c S̃^l(i, c), and how
 * well it fits.
 *
 * @param coarse matches of N Gaussians, in the order of the scene
 * @param fine the same at the fine level
 */
public record GaussianAssignment(Matches coarse, Matches fine) {
  /** Assigns every Gaussian of a field. */
  public static GaussianAssignment of(
      FeatureField field, GlobalClusters clusters, Workers workers) {
    return new GaussianAssignment(
        match(field, clusters, Level.COARSE, workers), match(field, clusters, Level.FINE, workers));
  }

  private static Matches match(
      FeatureField field, GlobalClusters clusters, Level level, Workers workers) {
    return CandidateMatcher.of(clusters.level(level).candidates(), field.layout(), level)
        .match(field.table(), field.count(), workers);
  }

  /** The matches of a level. */
  public Matches level(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** The share of Gaussians whose cosine at a level lies above a threshold; NaN without any. */
  public double shareAbove(Level level, double threshold) {
    int above = 0;
    for (float cosine : level(level).cosines()) {
      above += cosine > threshold ? 1 : 0;
    }
    return above / (double) level(level).count();
  }
}
