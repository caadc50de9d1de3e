package org.clickgaussian.cluster;

import java.util.Optional;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The global clusters of one level: what HDBSCAN found among the pooled features of all segments of
 * all views (Eq. 6).
 *
 * @param candidates per cluster the mean of its members, of unit length
 * @param sizes per cluster the number of segments in it: int[C]
 * @param supportingViews per cluster the number of views its segments come from: int[C]
 * @param segments the number of segments that were clustered
 * @param noise how many of them belong to no cluster
 * @param parameters what HDBSCAN was told
 * @param condensedTree the hierarchy, where it was kept
 */
public record LevelClusters(
    Candidates candidates,
    int[] sizes,
    int[] supportingViews,
    int segments,
    int noise,
    HdbscanParameters parameters,
    Optional<CondensedTree> condensedTree) {

  /** Checks the shapes. */
  public LevelClusters {
    if (sizes.length != candidates.count() || supportingViews.length != candidates.count()) {
      throw new IllegalArgumentException(
          "%d candidates, %d sizes, %d counts of views"
              .formatted(candidates.count(), sizes.length, supportingViews.length));
    }
  }

  /** The number of clusters, C. */
  public int count() {
    return candidates.count();
  }

  /** The same without the hierarchy. */
  public LevelClusters withoutTree() {
    return new LevelClusters(
        candidates, sizes, supportingViews, segments, noise, parameters, Optional.empty());
  }

  /**
   * Clusters the pooled features of one level.
   *
   * @param vectors row-major float[n · D^l], rows of unit length
   * @param dimensions D^l
   * @param views for each row the number of the view its segment was seen in, from 0: int[n]
   */
  public static LevelClusters find(
      float[] vectors,
      int dimensions,
      int[] views,
      HdbscanParameters parameters,
      Workers workers,
      Progress progress) {
    if (vectors.length != views.length * dimensions) {
      throw new IllegalArgumentException(
          "%d floats for %d segments of %d".formatted(vectors.length, views.length, dimensions));
    }
    HdbscanResult result = Hdbscan.cluster(vectors, dimensions, parameters, workers, progress);
    return new LevelClusters(
        means(vectors, dimensions, result),
        sizes(result),
        supportingViews(result, views),
        views.length,
        result.noise(),
        parameters,
        Optional.of(result.condensedTree()));
  }

  private static Candidates means(float[] vectors, int dimensions, HdbscanResult result) {
    double[] sums = new double[result.clusters() * dimensions];
    for (int i = 0; i < result.labels().length; i++) {
      int cluster = result.labels()[i];
      for (int d = 0; d < dimensions && cluster >= 0; d++) {
        sums[cluster * dimensions + d] += vectors[i * dimensions + d];
      }
    }
    float[] means = new float[sums.length];
    for (int row = 0; row < sums.length; row += dimensions) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        square += sums[row + d] * sums[row + d];
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int d = 0; d < dimensions; d++) {
        means[row + d] = (float) (sums[row + d] * scale);
      }
    }
    return new Candidates(result.clusters(), dimensions, means);
  }

  private static int[] sizes(HdbscanResult result) {
    int[] sizes = new int[result.clusters()];
    for (int label : result.labels()) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    return sizes;
  }

  private static int[] supportingViews(HdbscanResult result, int[] views) {
    int viewCount = 0;
    for (int view : views) {
      viewCount = Math.max(viewCount, view + 1);
    }
    int[] supporting = new int[result.clusters()];
    boolean[] seen = new boolean[Math.multiplyExact(viewCount, result.clusters())];
    for (int i = 0; i < views.length; i++) {
      int cluster = result.labels()[i];
      if (cluster >= 0 && !seen[cluster * viewCount + views[i]]) {
        seen[cluster * viewCount + views[i]] = true;
        supporting[cluster]++;
      }
    }
    return supporting;
  }
}
