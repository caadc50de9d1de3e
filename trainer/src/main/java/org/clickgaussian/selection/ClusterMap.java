package org.clickgaussian.selection;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * The best cluster of every pixel of a view at one level: argmax over the candidates of the cosine
 * similarity with the rendered feature. Alpha and cosine stay beside it, so that thresholds can
 * change without rendering again.
 *
 * @param level the level
 * @param width pixels in a row
 * @param height pixels in a column
 * @param matches best candidate and cosine of each pixel, row by row, whatever the alpha
 * @param alpha float[height · width]
 */
public record ClusterMap(Level level, int width, int height, Matches matches, float[] alpha) {
  /** Checks the shapes. */
  public ClusterMap {
    if (alpha.length != width * height || matches.count() != alpha.length) {
      throw new IllegalArgumentException(
          "%d matches and %d alphas for %d × %d pixels"
              .formatted(matches.count(), alpha.length, width, height));
    }
  }

  /** Matches every pixel of a rendered feature map. */
  public static ClusterMap of(
      RenderedFeatures rendered, GlobalClusters clusters, Level level, Workers workers) {
    Matches matches =
        CandidateMatcher.of(clusters.level(level).candidates(), rendered.layout(), level)
            .match(rendered.features(), workers);
    return new ClusterMap(level, rendered.width(), rendered.height(), matches, rendered.alpha());
  }

  /** Matches every pixel of a rendered feature map with edited clusters. */
  public static ClusterMap of(
      RenderedFeatures rendered, EditedClusters clusters, Level level, Workers workers) {
    ClusterMap computed = of(rendered, clusters.computed(), level, workers);
    Matches matches =
        clusters
            .level(level)
            .group(computed.matches, MemorySegment.ofArray(rendered.features()), workers);
    return new ClusterMap(level, rendered.width(), rendered.height(), matches, rendered.alpha());
  }

  /** What is seen: the best cluster of each pixel, −1 where alpha is below {@code leastAlpha}. */
  public int[] visible(double leastAlpha) {
    int[] clusters = matches.clusters().clone();
    for (int pixel = 0; pixel < clusters.length; pixel++) {
      if (alpha[pixel] < leastAlpha) {
        clusters[pixel] = -1;
      }
    }
    return clusters;
  }

  /** The cluster that a pixel belongs to: −1 where it is transparent or fits no cluster. */
  public int clusterAt(int pixel, Thresholds thresholds) {
    boolean belongs =
        alpha[pixel] >= thresholds.alpha() && matches.cosines()[pixel] > thresholds.cosine();
    return belongs ? matches.clusters()[pixel] : -1;
  }

  /**
   * The pixels that belong to some clusters.
   *
   * @param members boolean[C], which clusters
   */
  public BitMask mask(boolean[] members, Thresholds thresholds) {
    BitMask mask = new BitMask(width, height);
    for (int y = 0, pixel = 0; y < height; y++) {
      for (int x = 0; x < width; x++, pixel++) {
        int cluster = clusterAt(pixel, thresholds);
        if (cluster >= 0 && members[cluster]) {
          mask.set(x, y);
        }
      }
    }
    return mask;
  }
}
