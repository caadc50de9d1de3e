package org.clickgaussian.cluster.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.cluster.ClusterHierarchy;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditedClustersTest {
  private final EditedScene scene = new EditedScene(4098);

  @AfterEach
  void close() {
    scene.close();
  }

  private static int[] indices(Matches matches, int cluster) {
    return IntStream.range(0, matches.count())
        .filter(i -> matches.clusters()[i] == cluster)
        .toArray();
  }

  private Candidates parts(int cluster, int count) {
    int[] gaussians = indices(scene.matches.fine(), cluster);
    return FeatureSplit.find(scene.field, Level.FINE, gaussians, count, Progress.NONE)
        .orElseThrow();
  }

  @Test
  void noEditsLeaveTheSameTables() {
    GaussianAssignment same = scene.assignment(scene.none());
    assertThat(same.coarse()).isSameAs(scene.matches.coarse());
    assertThat(same.fine()).isSameAs(scene.matches.fine());
  }

  @Test
  void aMergedClusterHasTheGaussiansOfBothWithTheirCosines() {
    ClusterEdits edits = scene.none().with(Level.FINE, fine -> fine.merged(List.of(2, 5), 5));
    Matches merged = scene.assignment(edits).fine();
    for (int i = 0; i < merged.count(); i++) {
      int before = scene.matches.fine().clusters()[i];
      assertThat(merged.clusters()[i]).isEqualTo(before == 2 ? 5 : before);
      assertThat(merged.cosines()[i]).isEqualTo(scene.matches.fine().cosines()[i]);
    }
    ClusterEdits back = edits.with(Level.FINE, fine -> fine.takenApart(5));
    assertThat(scene.assignment(back).fine())
        .usingRecursiveComparison()
        .isEqualTo(scene.matches.fine());
  }

  @Test
  void aSplitTouchesNoOtherClusterAndMergingItsPartsGivesTheSameBits() {
    ClusterEdits edits = scene.none().with(Level.FINE, fine -> fine.split(3, parts(3, 3)));
    Matches split = scene.assignment(edits).fine();
    int bound = edits.fine().bound();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = 0; i < split.count(); i++) {
      int before = scene.matches.fine().clusters()[i];
      int now = split.clusters()[i];
      assertThat(now).isEqualTo(before == 3 ? Math.clamp(now, bound - 3, bound - 1) : before);
      sizes.merge(now, 1, Integer::sum);
    }
    assertThat(sizes.keySet()).contains(bound - 3, bound - 2, bound - 1);
    ClusterEdits whole =
        edits.with(
            Level.FINE, fine -> fine.merged(List.of(bound - 3, bound - 2, bound - 1), bound - 1));
    assertThat(scene.assignment(whole).fine())
        .usingRecursiveComparison()
        .isEqualTo(scene.matches.fine());
  }

  @Test
  void aPartsCosineIsThatWithItsOwnVector() {
    Candidates parts = parts(3, 2);
    ClusterEdits edits = scene.none().with(Level.FINE, fine -> fine.split(3, parts));
    Matches split = scene.assignment(edits).fine();
    int first = edits.fine().splits().getFirst().first();
    for (int i : indices(scene.matches.fine(), 3)) {
      double[] cosines = new double[2];
      double square = 0;
      for (int d = 0; d < 8; d++) {
        double value = scene.field.get(i, d);
        square += value * value;
        cosines[0] += value * parts.vectors()[d];
        cosines[1] += value * parts.vectors()[8 + d];
      }
      int best = cosines[1] > cosines[0] ? 1 : 0;
      assertThat(split.clusters()[i]).isEqualTo(first + best);
      assertThat(split.cosines()[i]).isEqualTo((float) (cosines[best] / Math.sqrt(square)));
    }
  }

  @Test
  void hiddenClustersHideTheirGaussiansWhateverTheCut() {
    ClusterEdits edits = scene.none().with(Level.FINE, fine -> fine.shown(List.of(1, 4), false));
    for (OptionalDouble cut : List.of(OptionalDouble.empty(), OptionalDouble.of(10))) {
      ClusterEdits withCut = edits.with(Level.FINE, fine -> fine.withCut(cut));
      int[] hidden =
          EditedClusters.of(scene.clusters, withCut)
              .hidden(scene.field, scene.matches, scene.workers)
              .stream()
              .toArray();
      assertThat(hidden)
          .containsExactly(
              IntStream.range(0, 4098)
                  .filter(i -> List.of(1, 4).contains(scene.matches.fine().clusters()[i]))
                  .toArray());
    }
  }

  @Test
  void coarserCutsAreUnionsOfFinerOnes() {
    ClusterHierarchy tree = ClusterHierarchy.of(scene.clusters.fine()).orElseThrow();
    assertThat(tree.clusterCount()).isEqualTo(9);
    assertThat(tree.countAt(0)).isEqualTo(9);
    assertThat(tree.countAt(Double.POSITIVE_INFINITY)).isEqualTo(1);
    double[] steps = tree.steps();
    assertThat(steps.length).isGreaterThan(3);
    LevelEdits edited = scene.none().fine().split(0, parts(0, 2)).merged(List.of(1, 7), 7);
    for (LevelEdits start : List.of(scene.none().fine(), edited)) {
      Matches finer = grouped(start.withCut(OptionalDouble.of(0)));
      assertThat(finer.clusters()).isEqualTo(grouped(start).clusters());
      for (double step : steps) {
        Matches coarser = grouped(start.withCut(OptionalDouble.of(step)));
        Map<Integer, Integer> unions = new HashMap<>();
        for (int i = 0; i < finer.count(); i++) {
          int union = coarser.clusters()[i];
          assertThat(unions.merge(finer.clusters()[i], union, (a, b) -> a)).isEqualTo(union);
        }
        finer = coarser;
      }
      assertThat(finer.clusters()).containsOnly(finer.clusters()[0]);
    }
  }

  private Matches grouped(LevelEdits fine) {
    return scene.assignment(scene.none().with(Level.FINE, before -> fine)).fine();
  }

  @Test
  void editsOfOtherClustersAreRefused() {
    ClusterEdits others = scene.none().with(Level.FINE, fine -> LevelEdits.none(2));
    assertThatThrownBy(() -> EditedClusters.of(scene.clusters, others))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(others.fit(scene.clusters)).isFalse();
    assertThat(scene.none().fit(scene.clusters)).isTrue();
  }

  @Test
  void fewFeaturesCannotBeSplitIntoMoreParts() {
    assertThat(FeatureSplit.find(scene.field, Level.FINE, new int[0], 2, Progress.NONE)).isEmpty();
    assertThat(FeatureSplit.find(scene.field, Level.FINE, new int[] {5}, 2, Progress.NONE))
        .isEmpty();
    assertThat(FeatureSplit.find(scene.field, Level.FINE, new int[] {5, 5, 5}, 2, Progress.NONE))
        .isEmpty();
  }

  @Test
  void splittingTellsPartsOfAnObjectApart() {
    int[] object = indices(scene.matches.coarse(), scene.matches.coarse().clusters()[0]);
    Candidates parts =
        FeatureSplit.find(scene.field, Level.FINE, object, 3, Progress.NONE).orElseThrow();
    assertThat(parts.count()).isEqualTo(3);
    int[][] found = new int[9][3];
    for (int i : object) {
      double[] cosines = new double[3];
      for (int d = 0; d < 24; d++) {
        cosines[d / 8] += parts.vectors()[d] * scene.field.get(i, d % 8);
      }
      int best = cosines[1] > cosines[0] ? 1 : 0;
      found[i % 9][cosines[2] > cosines[best] ? 2 : best]++;
    }
    for (int[] ofPart : found) {
      int all = IntStream.of(ofPart).sum();
      assertThat(IntStream.of(ofPart).max().orElseThrow()).isGreaterThanOrEqualTo(all * 95 / 100);
    }
  }
}
