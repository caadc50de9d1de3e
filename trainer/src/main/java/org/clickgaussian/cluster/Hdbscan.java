package org.clickgaussian.cluster;

import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * HDBSCAN (Campello, Moulavi, Sander 2013): clusters of any number and density, and noise.
 *
 * <ol>
 *   <li>core distance of every point, exactly ({@link CoreDistances});
 *   <li>minimum spanning tree under the mutual reachability distance ({@link BlockTrees});
 *   <li>hierarchy and condensed tree ({@link MergeTree}, {@link CondensedTree});
 *   <li>flat clusters by excess of mass or leaves, merged below epsilon ({@link ClusterSelection}).
 * </ol>
 *
 * <p>Time is O(n² D), memory O(n D). The result is the same bits for any number of threads and for
 * any vector length. Distances are taken in difference form, Σ (a − b)², so small ones are exact to
 * single precision. One cluster that holds everything is never the answer.
 */
public final class Hdbscan {
  private Hdbscan() {}

  /**
   * Clusters points.
   *
   * @param points row-major float[n · D], finite; n may be 0. Not changed
   * @param dimensions D, at least 1
   * @param parameters sizes, metric and selection
   * @throws IllegalArgumentException if the shape is wrong or a number is not finite
   * @throws org.clickgaussian.work.CancelledException if {@code progress} asks to stop
   */
  public static HdbscanResult cluster(
      float[] points,
      int dimensions,
      HdbscanParameters parameters,
      Workers workers,
      Progress progress) {
    check(points, dimensions);
    int n = points.length / dimensions;
    float[] rows =
        parameters.metric() == HdbscanParameters.Metric.COSINE
            ? unitRows(points, dimensions)
            : points;
    SpanningTree tree = spanningTree(rows, dimensions, n, parameters, workers, progress);
    CondensedTree condensed = CondensedTree.of(new MergeTree(tree, n), parameters.minClusterSize());
    int[] labels = new ClusterSelection(condensed, parameters).labels();
    int clusters = 0;
    for (int label : labels) {
      clusters = Math.max(clusters, label + 1);
    }
    progress.update(1, "found %d clusters of %d points".formatted(clusters, n));
    return new HdbscanResult(labels, clusters, tree, condensed);
  }

  private static SpanningTree spanningTree(
      float[] rows,
      int dimensions,
      int n,
      HdbscanParameters parameters,
      Workers workers,
      Progress progress) {
    if (n == 0) {
      return new SpanningTree(new int[0], new int[0], new double[0]);
    }
    float[] core =
        CoreDistances.squared(
            new PointTiles(rows, dimensions, 0, n),
            rows,
            parameters.minSamples(),
            workers,
            new CountedProgress(progress.part(0, 0.5), "core distances", CoreDistances.steps(n)));
    BlockTrees trees = new BlockTrees(rows, dimensions, core);
    return trees
        .forest(
            workers,
            new CountedProgress(progress.part(0.5, 1), "minimum spanning tree", trees.steps()))
        .tree(parameters.metric());
  }

  private static void check(float[] points, int dimensions) {
    if (dimensions < 1 || points.length % dimensions != 0) {
      throw new IllegalArgumentException(points.length + " floats are no rows of " + dimensions);
    }
    for (int i = 0; i < points.length; i++) {
      if (!(Math.abs(points[i]) < 1e15f)) {
        throw new IllegalArgumentException(
            "row %d holds %s: points must be finite and below 1e15"
                .formatted(i / dimensions, points[i]));
      }
    }
  }

  private static float[] unitRows(float[] points, int dimensions) {
    float[] unit = new float[points.length];
    for (int row = 0; row < points.length; row += dimensions) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        square += (double) points[row + d] * points[row + d];
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int d = 0; d < dimensions; d++) {
        unit[row + d] = (float) (points[row + d] * scale);
      }
    }
    return unit;
  }
}
