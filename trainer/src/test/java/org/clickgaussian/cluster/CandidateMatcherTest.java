package org.clickgaussian.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateMatcherTest {
  static float[] noise(int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  static Candidates unit(int count, int dimensions, long seed) {
    float[] vectors = noise(count * dimensions, seed);
    for (int row = 0; row < vectors.length; row += dimensions) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        square += vectors[row + d] * vectors[row + d];
      }
      for (int d = 0; d < dimensions; d++) {
        vectors[row + d] /= (float) Math.sqrt(square);
      }
    }
    return new Candidates(count, dimensions, vectors);
  }

  @ParameterizedTest
  @CsvSource({"0,5,12,0", "1,1,12,0", "13,16,24,0", "207,17,12,12", "4098,150,24,0", "4098,50,7,3"})
  void agreesWithPlainDoubles(int rows, int count, int dimensions, int from) {
    int rowLength = from + dimensions + 2;
    float[] table = noise(rows * rowLength, 7);
    Candidates candidates = unit(count, dimensions, 8);
    Matches matches;
    try (Workers workers = Workers.of(3)) {
      matches = new CandidateMatcher(candidates, rowLength, from).match(table, workers);
    }
    assertThat(matches.count()).isEqualTo(rows);
    for (int i = 0; i < rows; i++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < count; c++) {
        best = Math.max(best, cosine(table, i * rowLength + from, candidates, c));
      }
      double chosen = cosine(table, i * rowLength + from, candidates, matches.clusters()[i]);
      // Single precision may prefer either of two candidates that differ by its rounding.
      assertThat(chosen).isCloseTo(best, within(1e-6));
      assertThat((double) matches.cosines()[i]).isCloseTo(chosen, within(1e-6));
    }
  }

  private static double cosine(float[] table, int at, Candidates candidates, int c) {
    int dimensions = candidates.dimensions();
    double product = 0;
    double square = 0;
    for (int d = 0; d < dimensions; d++) {
      product += (double) table[at + d] * candidates.vectors()[c * dimensions + d];
      square += (double) table[at + d] * table[at + d];
    }
    return product / Math.sqrt(square);
  }

  @Test
  void equalCandidatesGoToTheLower() {
    float[] vectors = new float[40 * 3];
    for (int c = 0; c < 40; c++) {
      vectors[c * 3 + (c < 5 ? 0 : 1)] = 1;
    }
    float[] table = {0, 1, 0, 1, 0, 0, 0.1f, 5, 0};
    try (Workers workers = Workers.of(1)) {
      Matches matches =
          new CandidateMatcher(new Candidates(40, 3, vectors), 3, 0).match(table, workers);
      assertThat(matches.clusters()).containsExactly(5, 0, 5);
    }
  }

  @Test
  void negativeSimilaritiesBeatThePlacesThatHoldNoCandidate() {
    try (Workers workers = Workers.of(1)) {
      Matches matches =
          new CandidateMatcher(new Candidates(1, 2, new float[] {1, 0}), 2, 0)
              .match(new float[] {-2, 0}, workers);
      assertThat(matches.clusters()).containsExactly(0);
      assertThat(matches.cosines()).containsExactly(-1);
    }
  }

  @Test
  void withoutCandidatesOrFeatureThereIsNoCluster() {
    try (Workers workers = Workers.of(2)) {
      Matches none = new CandidateMatcher(Candidates.none(4), 4, 0).match(new float[8], workers);
      assertThat(none.clusters()).containsExactly(-1, -1);
      Matches zero = new CandidateMatcher(unit(3, 4, 1), 4, 0).match(new float[8], workers);
      assertThat(zero.clusters()).containsExactly(-1, -1);
      assertThat(zero.cosines()).containsExactly(0, 0);
    }
  }

  @Test
  void refusesCandidatesOfAnotherLevel() {
    assertThatThrownBy(() -> CandidateMatcher.of(unit(3, 12, 1), FeatureLayout.PAPER, Level.FINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CandidateMatcher(unit(3, 12, 1), 20, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
