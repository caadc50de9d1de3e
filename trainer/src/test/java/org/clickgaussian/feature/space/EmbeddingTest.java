package org.clickgaussian.feature.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddingTest {
  private static final int GROUPS = 10;

  /** Features in ten crowds on the sphere; Gaussian i is of crowd i mod 10. */
  private static FeatureField crowds(int count, double spread) {
    FeatureField field = new FeatureField(count, FeatureLayout.PAPER);
    SplittableRandom random = new SplittableRandom(1);
    double[][] centres = new double[GROUPS][FeatureLayout.PAPER.dimensions()];
    for (double[] centre : centres) {
      Arrays.setAll(centre, d -> random.nextGaussian());
    }
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < FeatureLayout.PAPER.dimensions(); d++) {
        field.set(i, d, (float) (centres[i % GROUPS][d] + spread * random.nextGaussian()));
      }
    }
    return field;
  }

  private static FeatureSample all(FeatureField field, Level level) {
    int[] gaussians = IntStream.range(0, field.count()).toArray();
    double[][] rows = new double[field.count()][field.layout().dimensions(level)];
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < rows[i].length; d++) {
        rows[i][d] = field.get(i, d);
      }
    }
    return new FeatureSample(level, gaussians, rows);
  }

  private static Embedding embed(FeatureField field, EmbeddingMethod method, int threads) {
    try (Workers workers = Workers.of(threads)) {
      return Embedding.of(
          all(field, Level.FINE),
          method,
          PcaBasis.of(field, Level.FINE),
          7,
          workers,
          Progress.NONE);
    }
  }

  /** The share of the five nearest points in the picture that are of the same crowd. */
  private static double agreement(Embedding embedding) {
    int n = embedding.count();
    double[][] points = new double[n][embedding.method().dimensions()];
    for (int i = 0; i < n; i++) {
      for (int axis = 0; axis < points[i].length; axis++) {
        points[i][axis] = embedding.at(i, axis);
      }
    }
    int agreeing = 0;
    for (int i = 0; i < n; i++) {
      int at = i;
      int[] nearest =
          IntStream.range(0, n)
              .filter(j -> j != at)
              .boxed()
              .sorted((a, b) -> Double.compare(square(points, at, a), square(points, at, b)))
              .limit(5)
              .mapToInt(j -> j)
              .toArray();
      for (int j : nearest) {
        agreeing += j % GROUPS == i % GROUPS ? 1 : 0;
      }
    }
    return agreeing / (5.0 * n);
  }

  private static double square(double[][] points, int i, int j) {
    return IntStream.range(0, points[i].length)
        .mapToDouble(d -> Math.pow(points[i][d] - points[j][d], 2))
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"UMAP, 0.3, 0.99", "TSNE, 0.3, 0.99", "PCA, 0.1, 0.9"})
  void crowdsThatAreApartStayApart(EmbeddingMethod method, double spread, double least) {
    try (FeatureField field = crowds(400, spread)) {
      assertThat(agreement(embed(field, method, 2))).isGreaterThan(least);
    }
  }

  @ParameterizedTest
  @EnumSource(EmbeddingMethod.class)
  void theSameSeedGivesTheSameBitsForAnyNumberOfThreads(EmbeddingMethod method) {
    try (FeatureField field = crowds(150, 0.5)) {
      assertThat(embed(field, method, 3).coordinates())
          .isEqualTo(embed(field, method, 1).coordinates());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PCA, 0",
    "PCA, 1",
    "UMAP, 0",
    "UMAP, 1",
    "UMAP, 2",
    "UMAP, 13",
    "TSNE, 0",
    "TSNE, 1",
    "TSNE, 8",
    "TSNE, 24"
  })
  void awkwardNumbersOfPointsAreLaidOut(EmbeddingMethod method, int count) {
    try (FeatureField field = crowds(count, 0.5)) {
      Embedding embedding = embed(field, method, 2);
      assertThat(embedding.count()).isEqualTo(count);
      for (float coordinate : embedding.coordinates()) {
        assertThat(coordinate).isFinite();
      }
    }
  }

  @Test
  void equalFeaturesAreNoTrouble() {
    try (FeatureField field = crowds(60, 0)) {
      for (EmbeddingMethod method : EmbeddingMethod.values()) {
        for (float coordinate : embed(field, method, 2).coordinates()) {
          assertThat(coordinate).isFinite();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EmbeddingMethod.class,
      names = {"UMAP", "TSNE"})
  void cancellingEndsTheWork(EmbeddingMethod method) {
    try (FeatureField field = crowds(200, 0.3);
        Workers workers = Workers.of(2)) {
      Progress stop =
          (fraction, message) -> {
            if (fraction > 0.3) {
              throw new CancelledException("enough");
            }
          };
      PcaBasis basis = PcaBasis.of(field, Level.COARSE);
      assertThatThrownBy(
              () -> Embedding.of(all(field, Level.COARSE), method, basis, 1, workers, stop))
          .isInstanceOf(CancelledException.class);
    }
  }
}
