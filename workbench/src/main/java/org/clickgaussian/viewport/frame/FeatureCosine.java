package org.clickgaussian.viewport.frame;

import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/** Cosine similarities of rendered features of one level. */
final class FeatureCosine {
  private FeatureCosine() {}

  /** The length of each row's feature at a level: float[rows]. */
  static float[] norms(float[] features, FeatureLayout layout, Level level, Workers workers) {
    int stride = layout.dimensions();
    float[] norms = new float[features.length / stride];
    workers.forRanges(
        norms.length,
        PixelPacking.PIECE,
        (piece, first, end) -> {
          for (int row = first; row < end; row++) {
            int at = row * stride;
            norms[row] =
                (float)
                    Math.sqrt(
                        product(
                            features,
                            at + layout.from(level),
                            features,
                            at + layout.from(level),
                            layout.dimensions(level)));
          }
        });
    return norms;
  }

  /**
   * The cosine of every row with one of them.
   *
   * @param query a row of D floats
   * @param norms of the rows at the level
   * @return float[rows]; 0 where a row or the query is zero
   */
  static float[] with(
      float[] query,
      float[] features,
      float[] norms,
      FeatureLayout layout,
      Level level,
      Workers workers) {
    int from = layout.from(level);
    int dimensions = layout.dimensions(level);
    double length = Math.sqrt(product(query, from, query, from, dimensions));
    float[] cosines = new float[norms.length];
    if (!(length > 0)) {
      return cosines;
    }
    float[] direction = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      direction[d] = (float) (query[from + d] / length);
    }
    workers.forRanges(
        norms.length,
        PixelPacking.PIECE,
        (piece, first, end) -> {
          for (int row = first; row < end; row++) {
            if (norms[row] > 0) {
              int at = row * layout.dimensions() + from;
              cosines[row] = product(direction, 0, features, at, dimensions) / norms[row];
            }
          }
        });
    return cosines;
  }

  /** Four sums side by side, so that additions need not wait for each other. */
  private static float product(float[] a, int atA, float[] b, int atB, int dimensions) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 4 <= dimensions; d += 4) {
      s0 = Math.fma(a[atA + d], b[atB + d], s0);
      s1 = Math.fma(a[atA + d + 1], b[atB + d + 1], s1);
      s2 = Math.fma(a[atA + d + 2], b[atB + d + 2], s2);
      s3 = Math.fma(a[atA + d + 3], b[atB + d + 3], s3);
    }
    for (; d < dimensions; d++) {
      s0 = Math.fma(a[atA + d], b[atB + d], s0);
    }
    return s0 + s1 + (s2 + s3);
  }
}
