package org.clickgaussian.feature.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class RepresentativesTest {

  @Test
  void theNearestPointOfTheSameClusterStandsForAGaussian() {
    SplittableRandom random = new SplittableRandom(4);
    try (FeatureField field = new FeatureField(4098, FeatureLayout.PAPER);
        Workers workers = Workers.of(2)) {
      for (int i = 0; i < field.count(); i++) {
        for (int d = 0; d < 24; d++) {
          field.set(i, d, (float) random.nextGaussian());
        }
      }
      int[] clusters = IntStream.range(0, field.count()).map(i -> i % 5 - 1).toArray();
      int[] drawn = IntStream.range(0, 60).map(i -> 50 * i + (i % 5 == 3 ? 1 : 0)).toArray();
      double[][] rows = new double[drawn.length][24];
      for (int p = 0; p < drawn.length; p++) {
        for (int d = 0; d < 24; d++) {
          rows[p][d] = field.get(drawn[p], d);
        }
      }
      FeatureSample sample = new FeatureSample(Level.FINE, drawn, rows);
      Representatives found = Representatives.of(field, sample, clusters, workers, Progress.NONE);
      for (int p = 0; p < drawn.length; p++) {
        assertThat(found.point(drawn[p])).isEqualTo(p);
      }
      for (int i = 0; i < field.count(); i += 37) {
        assertThat(found.point(i)).isEqualTo(nearest(field, clusters, sample, i));
      }
    }
  }

  private static int nearest(FeatureField field, int[] clusters, FeatureSample sample, int i) {
    int best = -1;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < sample.count(); p++) {
      double product = 0;
      double square = 0;
      for (int d = 0; d < 24; d++) {
        product += field.get(i, d) * sample.rows()[p][d];
        square += sample.rows()[p][d] * sample.rows()[p][d];
      }
      boolean same = clusters[sample.gaussians()[p]] == clusters[i];
      if (same && product / Math.sqrt(square) > greatest) {
        greatest = product / Math.sqrt(square);
        best = p;
      }
    }
    return best;
  }
}
