package org.clickgaussian.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickIndexTest {
  private static final int CLUSTERS = 5;

  private static GlobalClusters clusters(Workers workers) {
    FeatureLayout layout = new FeatureLayout(2, 1, false);
    float[] ones = {1, 1, 1, 1, 1};
    LevelClusters level =
        new LevelClusters(
            new Candidates(CLUSTERS, 1, ones),
            new int[CLUSTERS],
            new int[CLUSTERS],
            0,
            0,
            HdbscanParameters.of(5, 0),
            Optional.empty());
    return GlobalClusters.of(layout, level, level, workers);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 4098})
  void findsWhatAFullScanFinds(int n) {
    Random random = new Random(n);
    Matches matches = new Matches(new int[n], new float[n]);
    for (int i = 0; i < n; i++) {
      matches.clusters()[i] = random.nextInt(CLUSTERS) - 1;
      matches.cosines()[i] = (random.nextInt(41) - 20) / 20f;
    }
    try (Workers workers = Workers.of(2)) {
      ClickIndex index =
          ClickIndex.of(new GaussianAssignment(matches, matches), clusters(workers), workers);
      for (int c = 0; c < CLUSTERS; c++) {
        for (double threshold : new double[] {-1, -0.05, 0, 0.9, 1, 1.1}) {
          BitSet expected = new BitSet();
          for (int i = 0; i < n; i++) {
            expected.set(i, matches.clusters()[i] == c && matches.cosines()[i] >= threshold);
          }
          BitSet selected = new BitSet();
          index.mark(Level.FINE, c, threshold, selected);
          assertThat(selected).isEqualTo(expected);
          assertThat(index.count(Level.FINE, c, threshold)).isEqualTo(expected.cardinality());
          index.unmark(Level.FINE, c, threshold, selected);
          assertThat(selected.isEmpty()).isTrue();
        }
        for (int rank = 1; rank < index.count(Level.COARSE, c, -1); rank++) {
          float better = matches.cosines()[index.gaussian(Level.COARSE, c, rank - 1)];
          assertThat(matches.cosines()[index.gaussian(Level.COARSE, c, rank)])
              .isLessThanOrEqualTo(better);
        }
      }
    }
  }
}
