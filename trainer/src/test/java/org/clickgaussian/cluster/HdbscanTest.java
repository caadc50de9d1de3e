package org.clickgaussian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HdbscanTest {
  private static HdbscanResult cluster(
      float[] points, int dimensions, HdbscanParameters parameters, int threads) {
    try (Workers workers = Workers.of(threads)) {
      return Hdbscan.cluster(points, dimensions, parameters, workers, Progress.NONE);
    }
  }

  /** Points around a few centres; a tenth of them doubled, so that edges tie. */
  static float[] blobs(int n, int dimensions, long seed) {
    Random random = new Random(seed);
    float[] points = new float[n * dimensions];
    for (int i = 0; i < n; i++) {
      if (i > 0 && i % 10 == 0) {
        int twin = random.nextInt(i);
        System.arraycopy(points, twin * dimensions, points, i * dimensions, dimensions);
      } else {
        for (int d = 0; d < dimensions; d++) {
          points[i * dimensions + d] =
              (float) (5 * ((i * 7 + d) % 5) + 0.3 * random.nextGaussian());
        }
      }
    }
    return points;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 13, 207, 1100})
  void treeIsTheSmallestThereIs(int n) {
    int dimensions = 5;
    float[] points = blobs(n, dimensions, n);
    HdbscanResult result = cluster(points, dimensions, HdbscanParameters.of(4, 0), 2);
    assertThat(result.spanningTree().edges()).isEqualTo(n - 1);
    double expected = PlainSpanningTree.totalWeight(points, dimensions, 4);
    assertThat(result.spanningTree().totalWeight()).isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void noPointsGiveNoClusters() {
    HdbscanResult result = cluster(new float[0], 3, HdbscanParameters.of(5, 0.1), 2);
    assertThat(result.labels()).isEmpty();
    assertThat(result.clusters()).isZero();
    assertThat(result.condensedTree().clusters()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 13})
  void fewPointsAreNoise(int n) {
    HdbscanResult result = cluster(blobs(n, 3, 1), 3, HdbscanParameters.of(20, 0.01), 2);
    assertThat(result.labels()).hasSize(n).containsOnly(-1);
    assertThat(result.noise()).isEqualTo(n);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 4098})
  void identicalPointsAreNoClustering(int n) {
    float[] points = new float[n * 3];
    Arrays.fill(points, 0.5f);
    HdbscanResult result = cluster(points, 3, HdbscanParameters.of(5, 0.01), 2);
    assertThat(result.spanningTree().totalWeight()).isZero();
    assertThat(result.labels()).containsOnly(-1);
  }

  @Test
  void resultDoesNotDependOnThreadsEvenWithTies() {
    float[] points = blobs(2500, 6, 3);
    HdbscanParameters parameters = HdbscanParameters.of(8, 0.05);
    HdbscanResult one = cluster(points, 6, parameters, 1);
    HdbscanResult four = cluster(points, 6, parameters, 4);
    assertThat(four.labels()).isEqualTo(one.labels());
    assertThat(four.spanningTree().low()).isEqualTo(one.spanningTree().low());
    assertThat(four.spanningTree().high()).isEqualTo(one.spanningTree().high());
    assertThat(four.spanningTree().weights()).isEqualTo(one.spanningTree().weights());
    assertThat(four.condensedTree().lambdas()).isEqualTo(one.condensedTree().lambdas());
    assertThat(one.clusters()).isEqualTo(5);
  }

  @Test
  void treeDoesNotDependOnTheOrderOfPoints() {
    int n = 1500;
    float[] points = blobs(n, 4, 5);
    float[] reversed = new float[points.length];
    for (int i = 0; i < n; i++) {
      System.arraycopy(points, i * 4, reversed, (n - 1 - i) * 4, 4);
    }
    SpanningTree tree = cluster(points, 4, HdbscanParameters.of(6, 0), 2).spanningTree();
    SpanningTree other = cluster(reversed, 4, HdbscanParameters.of(6, 0), 2).spanningTree();
    assertThat(other.weights()).isEqualTo(tree.weights());
  }

  @Test
  void treeDoesNotDependOnTheBatches() {
    float[] points = blobs(700, 4, 8);
    float[] core = new float[700];
    Arrays.fill(core, 0.05f);
    try (Workers workers = Workers.of(2)) {
      SpanningTree whole = tree(new BlockTrees(points, 4, core), workers);
      SpanningTree thinned = tree(new BlockTrees(points, 4, core, 300), workers);
      assertThat(thinned.low()).isEqualTo(whole.low());
      assertThat(thinned.high()).isEqualTo(whole.high());
    }
  }

  private static SpanningTree tree(BlockTrees trees, Workers workers) {
    return trees
        .forest(workers, new CountedProgress(Progress.NONE, "tree", trees.steps()))
        .tree(HdbscanParameters.Metric.EUCLIDEAN);
  }

  @Test
  void closePointsKeepTheirDistancesFarFromTheOrigin() {
    // Two groups 1e-3 apart on the unit circle: the squared gap, 1e-6, must not cancel.
    float[] points = new float[40 * 2];
    Random random = new Random(2);
    for (int i = 0; i < 40; i++) {
      double angle = 0.7 + (i % 2) * 1e-3 + 2e-5 * random.nextDouble();
      points[2 * i] = (float) Math.cos(angle);
      points[2 * i + 1] = (float) Math.sin(angle);
    }
    assertThat(cluster(points, 2, HdbscanParameters.of(5, 2e-4), 1).clusters()).isEqualTo(2);
  }

  @Test
  void cosineDistanceIsHalfTheSquaredChord() {
    float[] points = {2, 0, 0, 3, 0, 1};
    HdbscanParameters parameters =
        HdbscanParameters.of(2, 0).withMinSamples(1).withMetric(HdbscanParameters.Metric.COSINE);
    SpanningTree tree = cluster(points, 2, parameters, 1).spanningTree();
    assertThat(tree.weights()[0]).isZero();
    assertThat(tree.weights()[1]).isCloseTo(1, within(1e-6));
  }

  @Test
  void condensedTreeHoldsEveryPointOnce() {
    int n = 600;
    HdbscanResult result = cluster(blobs(n, 3, 9), 3, HdbscanParameters.of(10, 0), 2);
    CondensedTree tree = result.condensedTree();
    int[] seen = new int[n];
    for (int r = 0; r < tree.rows(); r++) {
      if (tree.children()[r] < n) {
        seen[tree.children()[r]]++;
      } else {
        assertThat(tree.sizes()[r]).isGreaterThanOrEqualTo(10);
        assertThat(tree.parents()[r]).isLessThan(tree.children()[r]);
      }
    }
    assertThat(seen).containsOnly(1);
  }

  @Test
  void stopsWhenCancelled() {
    AtomicInteger calls = new AtomicInteger();
    Progress impatient =
        (fraction, message) -> {
          assertThat(fraction).isBetween(0.0, 1.0);
          if (calls.incrementAndGet() > 5) {
            throw new CancelledException("enough");
          }
        };
    try (Workers workers = Workers.of(2)) {
      assertThatThrownBy(
              () ->
                  Hdbscan.cluster(
                      blobs(3000, 3, 1), 3, HdbscanParameters.of(5, 0), workers, impatient))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> cluster(new float[] {1, Float.NaN}, 2, HdbscanParameters.of(2, 0), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 0");
    assertThatThrownBy(() -> cluster(new float[5], 2, HdbscanParameters.of(2, 0), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HdbscanParameters.of(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
