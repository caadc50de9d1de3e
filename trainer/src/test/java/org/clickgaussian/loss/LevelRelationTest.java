package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.kernel.Norms;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

/** S_fine = (|c1||c2| S_coarse + |r1||r2| S_residual) / (|F1||F2|). */
class LevelRelationTest {
  private static final int HALF = 12;

  @Test
  void withUnitHalvesTheFineCosineIsTheMean() {
    compare(true);
  }

  @Test
  void withOtherHalvesItIsTheirWeightedSum() {
    compare(false);
  }

  private static void compare(boolean unitHalves) {
    try (Workers workers = Workers.of(1)) {
      compare(unitHalves, workers);
    }
  }

  private static void compare(boolean unitHalves, Workers workers) {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 50; trial++) {
      RenderedPixels pixels = new RenderedPixels(2 * HALF);
      pixels.reset(2);
      float[] features = pixels.features();
      for (int half = 0; half < 4; half++) {
        fillHalf(features, half * HALF, unitHalves ? 1 : random.nextDouble(0.1, 2), random);
      }
      int[] segments = {1, 2};
      SortedPixels sorted =
          SortedPixels.of(pixels, FeatureLayout.PAPER, segments, segments, 2, workers);
      double coarse = 0;
      double residual = 0;
      for (int d = 0; d < HALF; d++) {
        coarse += sorted.table().coarse(0, d) * sorted.table().coarse(1, d);
        residual += sorted.table().fine(0, d) * sorted.table().fine(1, d);
      }
      double shares = sorted.table().coarseShare(0) * (double) sorted.table().coarseShare(1);
      double direct = cosine(features);
      assertThat(shares * coarse + residual).isCloseTo(direct, within(1e-6));
      if (unitHalves) {
        assertThat((coarse + 2 * residual) / 2).isCloseTo(direct, within(1e-6));
      }
    }
  }

  private static void fillHalf(float[] features, int at, double length, SplittableRandom random) {
    for (int d = 0; d < HALF; d++) {
      features[at + d] = (float) random.nextGaussian();
    }
    float scale = (float) length / Norms.length(features, at, HALF);
    for (int d = 0; d < HALF; d++) {
      features[at + d] *= scale;
    }
  }

  private static double cosine(float[] features) {
    double product = 0;
    for (int d = 0; d < 2 * HALF; d++) {
      product += (double) features[d] * features[2 * HALF + d];
    }
    return product
        / ((double) Norms.length(features, 0, 2 * HALF)
            * Norms.length(features, 2 * HALF, 2 * HALF));
  }
}
