package org.clickgaussian.cluster;

import java.util.Arrays;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * The global clusters of a scene at both levels, and which fine cluster is part of which coarse
 * one.
 *
 * @param layout how the levels lie in a feature row
 * @param coarse clusters of objects
 * @param fine clusters of parts
 * @param parents for each fine cluster the coarse one it is part of, −1 where that is not known:
 *     int[C^fine]
 */
public record GlobalClusters(
    FeatureLayout layout, LevelClusters coarse, LevelClusters fine, int[] parents) {
  /** Checks the shapes. */
  public GlobalClusters {
    if (coarse.candidates().dimensions() != layout.dimensions(Level.COARSE)
        || fine.candidates().dimensions() != layout.dimensions(Level.FINE)
        || parents.length != fine.count()) {
      throw new IllegalArgumentException("clusters of another feature layout: " + layout);
    }
    for (int parent : parents) {
      if (parent < -1 || parent >= coarse.count()) {
        throw new IllegalArgumentException("there is no coarse cluster " + parent);
      }
    }
  }

  /**
   * Joins two levels. With the granularity prior a fine feature holds a coarse one, so a fine
   * cluster's parent is the coarse candidate nearest, by cosine, to the candidate's first half.
   * Without it the levels share no floats and parents are not known.
   */
  public static GlobalClusters of(
      FeatureLayout layout, LevelClusters coarse, LevelClusters fine, Workers workers) {
    int[] parents = new int[fine.count()];
    if (layout.granularityPrior()) {
      CandidateMatcher matcher =
          new CandidateMatcher(coarse.candidates(), layout.dimensions(Level.FINE), 0);
      parents = matcher.match(fine.candidates().vectors(), workers).clusters();
    } else {
      Arrays.fill(parents, -1);
    }
    return new GlobalClusters(layout, coarse, fine, parents);
  }

  /** The clusters of a level. */
  public LevelClusters level(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** The same without the hierarchies. */
  public GlobalClusters withoutTrees() {
    return new GlobalClusters(layout, coarse.withoutTree(), fine.withoutTree(), parents);
  }
}
