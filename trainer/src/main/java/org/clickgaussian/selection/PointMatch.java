package org.clickgaussian.selection;

import org.clickgaussian.mask.Level;

/**
 * What lies at one point of a picture.
 *
 * @param x column of the pixel
 * @param y row of the pixel
 * @param alpha Σ w of the pixel
 * @param coarse the best cluster at the coarse level
 * @param fine the best cluster at the fine level
 */
public record PointMatch(int x, int y, double alpha, Best coarse, Best fine) {
  /**
   * The best cluster at one level.
   *
   * @param cluster its number, or −1 where there are no clusters
   * @param cosine the cosine similarity of the rendered feature with its candidate
   */
  public record Best(int cluster, double cosine) {}

  /** The best cluster of a level. */
  public Best best(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** Whether the picture is too transparent here for anything to be hit. */
  public boolean isNothing(Thresholds thresholds) {
    return alpha < thresholds.alpha();
  }
}
