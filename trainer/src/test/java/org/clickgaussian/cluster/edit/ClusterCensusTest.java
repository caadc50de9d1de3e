package org.clickgaussian.cluster.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.Test;

class ClusterCensusTest {
  private static final IntToDoubleFunction OPACITY = i -> (i * 37 % 101) / 101.0;

  @Test
  void agreesWithCountingOneByOne() {
    try (EditedScene scene = new EditedScene(1300)) {
      ClusterEdits edits = scene.none().with(Level.FINE, fine -> fine.merged(List.of(1, 4), 4));
      GaussianAssignment assignment = scene.assignment(edits);
      EditedClusters clusters = EditedClusters.of(scene.clusters, edits);
      ClusterCensus census = new ClusterCensus(clusters, assignment, OPACITY);
      for (Level level : Level.values()) {
        Matches matches = assignment.level(level);
        List<ClusterStatistics> all = census.of(level, null, 0.9);
        assertThat(all).hasSize(clusters.level(level).count());
        for (ClusterStatistics one : all) {
          check(one, matches, clusters.level(level));
          assertThat(one.parent())
              .isEqualTo(level == Level.FINE ? parent(assignment, one) : OptionalInt.empty());
        }
      }
    }
  }

  private static void check(ClusterStatistics one, Matches matches, EditedLevel level) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < matches.count(); i++) {
      if (matches.clusters()[i] == one.cluster()) {
        sum += matches.cosines()[i];
        count++;
      }
    }
    assertThat(one.gaussians()).isEqualTo(count);
    assertThat(one.meanCosine()).isCloseTo(sum / count, within(1e-9));
    TreeMap<Double, Integer> likeness = new TreeMap<>();
    for (int other : level.clusters()) {
      double greatest = -1;
      for (int a : level.members(one.cluster())) {
        for (int b : level.members(other)) {
          double product = 0;
          for (int d = 0; d < level.vector(a).length; d++) {
            product += (double) level.vector(a)[d] * level.vector(b)[d];
          }
          greatest = Math.max(greatest, product);
        }
      }
      if (other != one.cluster()) {
        likeness.put(greatest, other);
      }
    }
    assertThat(one.rivals()).hasSize(Math.min(3, likeness.size()));
    assertThat(one.rivals().getFirst().cluster()).isEqualTo(likeness.lastEntry().getValue());
    assertThat(one.rivals().getFirst().cosine()).isCloseTo(likeness.lastKey(), within(1e-9));
    assertThat(one.viewsExact()).isFalse();
    assertThat(one.views()).isPositive();
  }

  private static OptionalInt parent(GaussianAssignment assignment, ClusterStatistics one) {
    Map<Integer, Double> weights = new TreeMap<>();
    for (int i = 0; i < assignment.fine().count(); i++) {
      if (assignment.fine().clusters()[i] == one.cluster()) {
        weights.merge(assignment.coarse().clusters()[i], OPACITY.applyAsDouble(i), Double::sum);
      }
    }
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> OptionalInt.of(entry.getKey()))
        .orElse(OptionalInt.empty());
  }

  @Test
  void supportingViewsAreThoseOfFittingSegments() {
    try (EditedScene scene = new EditedScene(13)) {
      EditedClusters clusters = EditedClusters.unedited(scene.clusters);
      ClusterCensus census = new ClusterCensus(clusters, scene.matches, OPACITY);
      Matches segments =
          new Matches(new int[] {0, 0, 0, 2, -1}, new float[] {0.95f, 0.91f, 0.99f, 0.5f, 0});
      List<ClusterStatistics> all =
          census.of(
              Level.COARSE, new ClusterCensus.Segments(segments, new int[] {3, 7, 3, 1, 2}), 0.9);
      assertThat(all.stream().map(ClusterStatistics::views)).containsExactly(2, 0, 0);
      assertThat(all.getFirst().viewsExact()).isTrue();
    }
  }

  @Test
  void clustersWithoutGaussiansHaveNoMeanAndNoParent() {
    try (EditedScene scene = new EditedScene(1)) {
      ClusterCensus census =
          new ClusterCensus(EditedClusters.unedited(scene.clusters), scene.matches, OPACITY);
      List<ClusterStatistics> all = census.of(Level.FINE, null, 0.9);
      assertThat(all.stream().filter(one -> one.gaussians() == 0)).hasSize(8);
      assertThat(all.stream().filter(one -> Double.isNaN(one.meanCosine()))).hasSize(8);
    }
  }
}
