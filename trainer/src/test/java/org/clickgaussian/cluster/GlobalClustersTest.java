package org.clickgaussian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class GlobalClustersTest {
  /** Rows of 4 floats: two objects (first half) of two parts each (second half). */
  private static final FeatureLayout LAYOUT = new FeatureLayout(4, 2, true);

  private static final int VIEWS = 10;

  /** The feature of part 0 … 3, with a little noise, its halves of length about 1. */
  private static float[] feature(int part, Random random) {
    float[] row = new float[4];
    row[part / 2] = 1;
    row[2 + part % 2] = 1;
    for (int d = 0; d < 4; d++) {
      row[d] += (float) (0.01 * random.nextGaussian());
    }
    return row;
  }

  static GlobalClusters clusters() {
    Random random = new Random(3);
    float[] coarse = new float[VIEWS * 2 * 2];
    float[] fine = new float[VIEWS * 4 * 4];
    int[] coarseViews = new int[VIEWS * 2];
    int[] fineViews = new int[VIEWS * 4];
    for (int i = 0; i < VIEWS * 4; i++) {
      float[] row = feature(i % 4, random);
      fineViews[i] = i / 4;
      for (int d = 0; d < 4; d++) {
        fine[i * 4 + d] = (float) (row[d] / Math.sqrt(2));
      }
      if (i % 2 == 0) {
        coarseViews[i / 2] = i / 4;
        System.arraycopy(row, 0, coarse, i / 2 * 2, 2);
      }
    }
    HdbscanParameters parameters = HdbscanParameters.of(5, 0.1);
    try (Workers workers = Workers.of(2)) {
      return GlobalClusters.of(
          LAYOUT,
          LevelClusters.find(coarse, 2, coarseViews, parameters, workers, Progress.NONE),
          LevelClusters.find(fine, 4, fineViews, parameters, workers, Progress.NONE),
          workers);
    }
  }

  @Test
  void findsObjectsAndTheirParts() {
    GlobalClusters clusters = clusters();
    assertThat(clusters.coarse().count()).isEqualTo(2);
    assertThat(clusters.fine().count()).isEqualTo(4);
    assertThat(clusters.fine().sizes()).containsOnly(VIEWS);
    assertThat(clusters.coarse().supportingViews()).containsOnly(VIEWS);
    assertThat(clusters.coarse().segments() - clusters.coarse().noise()).isEqualTo(2 * VIEWS);
    float[] fine = clusters.fine().candidates().vectors();
    float[] coarse = clusters.coarse().candidates().vectors();
    for (int c = 0; c < 4; c++) {
      double length = 0;
      for (int d = 0; d < 4; d++) {
        length += fine[c * 4 + d] * fine[c * 4 + d];
      }
      assertThat(length).isCloseTo(1, within(1e-6));
      int parent = clusters.parents()[c];
      double product = fine[c * 4] * coarse[parent * 2] + fine[c * 4 + 1] * coarse[parent * 2 + 1];
      assertThat(product).isGreaterThan(0.7);
    }
  }

  @Test
  void assignsGaussiansAtBothLevels() {
    GlobalClusters clusters = clusters();
    Random random = new Random(5);
    try (FeatureField field = new FeatureField(37, LAYOUT);
        Workers workers = Workers.of(2)) {
      for (int i = 0; i < 37; i++) {
        float[] row = feature(i % 4, random);
        for (int d = 0; d < 4; d++) {
          field.set(i, d, row[d]);
        }
      }
      GaussianAssignment assignment = GaussianAssignment.of(field, clusters, workers);
      int[] coarse = assignment.level(Level.COARSE).clusters();
      int[] fine = assignment.level(Level.FINE).clusters();
      for (int i = 0; i < 37; i++) {
        assertThat(fine[i]).isEqualTo(fine[i % 4]);
        assertThat(coarse[i]).isEqualTo(clusters.parents()[fine[i]]);
      }
      assertThat(assignment.shareAbove(Level.FINE, 0.9)).isEqualTo(1);
      assertThat(assignment.shareAbove(Level.FINE, 1.1)).isZero();
    }
  }

  @Test
  void withoutThePriorParentsAreNotKnown() {
    FeatureLayout layout = new FeatureLayout(4, 2, false);
    LevelClusters coarse = clusters().coarse();
    try (Workers workers = Workers.of(1)) {
      GlobalClusters clusters = GlobalClusters.of(layout, coarse, coarse, workers);
      assertThat(clusters.parents()).containsExactly(-1, -1);
    }
  }

  @Test
  void noSegmentsGiveNoClusters() {
    try (Workers workers = Workers.of(1)) {
      LevelClusters none =
          LevelClusters.find(
              new float[0], 12, new int[0], HdbscanParameters.of(5, 0), workers, Progress.NONE);
      assertThat(none.count()).isZero();
      assertThat(none.segments()).isZero();
    }
  }
}
