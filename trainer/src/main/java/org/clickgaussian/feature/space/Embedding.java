package org.clickgaussian.feature.space;

import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Features laid out as points.
 *
 * @param sample whose features
 * @param method how
 * @param coordinates row-major float[n][dimensions of the method]
 */
public record Embedding(FeatureSample sample, EmbeddingMethod method, float[] coordinates) {
  /** Checks the shape. */
  public Embedding {
    if (coordinates.length != sample.count() * method.dimensions()) {
      throw new IllegalArgumentException(
          coordinates.length + " coordinates for " + sample.count() + " points");
    }
  }

  /**
   * Lays out a sample. The same sample and seed give the same bits for any number of threads.
   *
   * @param basis of the level, for the components; also where UMAP begins
   * @param seed of the random numbers of UMAP and t-SNE
   * @throws org.clickgaussian.work.CancelledException if {@code progress} says so: at once, except
   *     for t-SNE, which asks every tenth iteration
   */
  public static Embedding of(
      FeatureSample sample,
      EmbeddingMethod method,
      PcaBasis basis,
      long seed,
      Workers workers,
      Progress progress) {
    float[] coordinates =
        switch (method) {
          case PCA -> components(sample, basis, method.dimensions());
          case UMAP -> umap(sample, basis, seed, workers, progress);
          case TSNE -> SmileTsne.layOut(sample.unitRows(), seed, progress);
        };
    return new Embedding(sample, method, coordinates);
  }

  /** The number of points. */
  public int count() {
    return sample.count();
  }

  /** A coordinate of a point. */
  public float at(int point, int axis) {
    return coordinates[point * method.dimensions() + axis];
  }

  private static float[] components(FeatureSample sample, PcaBasis basis, int dimensions) {
    float[] result = new float[sample.count() * dimensions];
    double[][] rows = sample.rows();
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < dimensions; k++) {
        double along = 0;
        for (int d = 0; d < basis.dimensions(); d++) {
          along += basis.axes()[k][d] * (rows[i][d] - basis.mean()[d]);
        }
        result[i * dimensions + k] = (float) along;
      }
    }
    return result;
  }

  private static float[] umap(
      FeatureSample sample, PcaBasis basis, long seed, Workers workers, Progress progress) {
    int dimensions = EmbeddingMethod.UMAP.dimensions();
    double[][] rows = sample.unitRows();
    if (rows.length < 2) {
      return new float[rows.length * dimensions];
    }
    Neighbourhoods neighbours =
        Neighbourhoods.of(rows, UmapLayout.NEIGHBOURS, workers, progress.part(0, 0.2));
    FuzzyGraph graph = FuzzyGraph.of(neighbours);
    UmapLayout layout = new UmapLayout(graph, components(sample, basis, dimensions), seed);
    return layout.run(progress.part(0.2, 1));
  }
}
