package org.clickgaussian.cluster;

/**
 * What HDBSCAN is told.
 *
 * @param minClusterSize the fewest points that make a cluster; at least 2
 * @param minSamples a point's core distance is the distance to the {@code minSamples}-th nearest
 *     point, the point itself being the first; at least 1
 * @param epsilon clusters that part at a distance below this are merged again ({@code
 *     cluster_selection_epsilon}), in the unit of the metric; 0 merges none
 * @param selection how clusters are chosen from the condensed tree
 * @param metric what distance means
 */
public record HdbscanParameters(
    int minClusterSize, int minSamples, double epsilon, Selection selection, Metric metric) {

  /** How flat clusters are chosen from the condensed tree. */
  public enum Selection {
    /** The clusters that persist longest (Campello et al., excess of mass). */
    EXCESS_OF_MASS,
    /** The leaves of the tree: the smallest clusters there are. */
    LEAF
  }

  /** What distance means. */
  public enum Metric {
    /** |a − b|. */
    EUCLIDEAN,
    /**
     * 1 − cos(a, b), computed as |a − b|² / 2 of the rows scaled to length 1: the difference form
     * keeps small distances exact where 1 − a·b would cancel. A row of zeros stays as it is.
     */
    COSINE;

    /** The distance that belongs to a squared Euclidean distance (of unit rows for cosine). */
    double ofSquared(double squared) {
      return this == COSINE ? squared / 2 : Math.sqrt(squared);
    }
  }

  /** Checks the ranges. */
  public HdbscanParameters {
    if (minClusterSize < 2 || minSamples < 1 || !(epsilon >= 0)) {
      throw new IllegalArgumentException(
          "no HDBSCAN parameters: min cluster size %d, min samples %d, epsilon %s"
              .formatted(minClusterSize, minSamples, epsilon));
    }
  }

  /** Excess of mass on Euclidean distances; {@code minSamples} is the min cluster size. */
  public static HdbscanParameters of(int minClusterSize, double epsilon) {
    return new HdbscanParameters(
        minClusterSize, minClusterSize, epsilon, Selection.EXCESS_OF_MASS, Metric.EUCLIDEAN);
  }

  /** The same with another {@code minSamples}. */
  public HdbscanParameters withMinSamples(int samples) {
    return new HdbscanParameters(minClusterSize, samples, epsilon, selection, metric);
  }

  /** The same with another way of choosing clusters. */
  public HdbscanParameters withSelection(Selection other) {
    return new HdbscanParameters(minClusterSize, minSamples, epsilon, other, metric);
  }

  /** The same with another metric; {@code epsilon} is then in that metric's unit. */
  public HdbscanParameters withMetric(Metric other) {
    return new HdbscanParameters(minClusterSize, minSamples, epsilon, selection, other);
  }
}
