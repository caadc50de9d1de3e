package org.clickgaussian.viewport.frame;

/**
 * Where clusters and masks of a view disagree. Each segment belongs to the cluster that most of its
 * pixels show (of equals the lower number); a pixel of the segment that shows another cluster
 * disagrees. Pixels outside all segments, and those where no cluster is seen, have no say.
 */
final class Disagreement {
  private final int[] segments;
  private final int[] clusters;
  private final float[] alpha;
  private final int[] owners;
  private final double share;

  private Disagreement(int[] segments, int[] clusters, float[] alpha, int[] owners) {
    this.segments = segments;
    this.clusters = clusters;
    this.alpha = alpha;
    this.owners = owners;
    int counted = 0;
    int disagreeing = 0;
    for (int pixel = 0; pixel < segments.length; pixel++) {
      counted += counts(pixel) ? 1 : 0;
      disagreeing += at(pixel) ? 1 : 0;
    }
    this.share = counted == 0 ? 0 : disagreeing / (double) counted;
  }

  /**
   * Compares.
   *
   * @param segments of each pixel, 0 for none
   * @param segmentCount the greatest segment
   * @param clusters of each pixel, −1 for none
   * @param clusterCount the number of clusters
   * @param alpha of each pixel; below one half no cluster is seen
   */
  static Disagreement of(
      int[] segments, int segmentCount, int[] clusters, int clusterCount, float[] alpha) {
    int[] votes = new int[Math.multiplyExact(segmentCount + 1, clusterCount)];
    for (int pixel = 0; pixel < segments.length; pixel++) {
      if (clusters[pixel] >= 0 && alpha[pixel] >= Shading.COVERED) {
        votes[segments[pixel] * clusterCount + clusters[pixel]]++;
      }
    }
    int[] owners = new int[segmentCount + 1];
    for (int segment = 0; segment <= segmentCount; segment++) {
      for (int cluster = 1; cluster < clusterCount; cluster++) {
        int row = segment * clusterCount;
        if (votes[row + cluster] > votes[row + owners[segment]]) {
          owners[segment] = cluster;
        }
      }
    }
    return new Disagreement(segments, clusters, alpha, owners);
  }

  private boolean counts(int pixel) {
    return segments[pixel] > 0 && clusters[pixel] >= 0 && alpha[pixel] >= Shading.COVERED;
  }

  /** Whether a pixel shows another cluster than most of its segment. */
  boolean at(int pixel) {
    return counts(pixel) && clusters[pixel] != owners[segments[pixel]];
  }

  /** The share of disagreeing pixels among those that have a segment and a cluster. */
  double share() {
    return share;
  }
}
