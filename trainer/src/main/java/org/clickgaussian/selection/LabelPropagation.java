package org.clickgaussian.selection;

import org.clickgaussian.mask.BitMask;

/**
 * From a mask of an object in a reference view to its masks in other views, by way of the clusters:
 * a pixel belongs to its best candidate if the cosine is above 0.9 and alpha at least 0.5, else to
 * none; a cluster belongs to the target if more than half of its pixels in the reference lie in the
 * mask; in a target view the mask is the pixels of those clusters.
 */
public final class LabelPropagation {
  private LabelPropagation() {}

  /**
   * Which clusters belong to the target.
   *
   * @param reference the clusters of the reference view
   * @param mask the object in the reference view; brought to the map's size by nearest pixels
   * @param clusters C, the number of clusters of the map's level
   * @return boolean[C]; all false where none qualifies
   */
  public static boolean[] targetClusters(
      ClusterMap reference, BitMask mask, int clusters, Thresholds thresholds) {
    BitMask target = mask.resized(reference.width(), reference.height());
    int[] all = new int[clusters];
    int[] inside = new int[clusters];
    for (int y = 0, pixel = 0; y < reference.height(); y++) {
      for (int x = 0; x < reference.width(); x++, pixel++) {
        int cluster = reference.clusterAt(pixel, thresholds);
        if (cluster >= 0) {
          all[cluster]++;
          inside[cluster] += target.get(x, y) ? 1 : 0;
        }
      }
    }
    boolean[] members = new boolean[clusters];
    for (int c = 0; c < clusters; c++) {
      members[c] = inside[c] > thresholds.majority() * all[c];
    }
    return members;
  }
}
