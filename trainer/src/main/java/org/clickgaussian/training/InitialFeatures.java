package org.clickgaussian.training;

import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.work.Workers;

/** The features that training begins with: normal noise, each half scaled to unit length. */
final class InitialFeatures {
  private InitialFeatures() {}

  static FeatureField draw(int count, FeatureLayout layout, long seed, Workers workers) {
    FeatureField field = new FeatureField(count, layout);
    workers.forRanges(
        count,
        4096,
        (piece, from, to) -> {
          for (int i = from; i < to; i++) {
            RandomStream random = new RandomStream(seed, "initial features", i);
            drawHalf(field, i, 0, layout.coarseDimensions(), random);
            drawHalf(field, i, layout.coarseDimensions(), layout.dimensions(), random);
          }
        });
    return field;
  }

  private static void drawHalf(FeatureField field, int i, int from, int to, RandomStream random) {
    double[] noise = new double[to - from];
    double squares = 0;
    for (int d = 0; d < noise.length; d++) {
      noise[d] = random.nextGaussian();
      squares += noise[d] * noise[d];
    }
    double scale = 1 / Math.sqrt(squares);
    for (int d = 0; d < noise.length; d++) {
      field.set(i, from + d, (float) (noise[d] * scale));
    }
  }
}
