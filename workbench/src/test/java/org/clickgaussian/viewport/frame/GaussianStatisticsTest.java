package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianStatisticsTest {

  @ParameterizedTest
  @EnumSource(GaussianQuantity.class)
  void histogramCountsEveryGaussianOnce(GaussianQuantity quantity) {
    try (Workers workers = Workers.of(2);
        SceneDocument document = TrainedScene.get().openWithRun(workers)) {
      GaussianStatistics statistics =
          GaussianStatistics.of(document, quantity, Level.FINE, new double[] {1, 2, 3});
      Histogram histogram = statistics.histogram(13);
      assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(TrainedScene.GAUSSIANS);
      assertThat(statistics.within(histogram.from(), histogram.to()).size())
          .isEqualTo(TrainedScene.GAUSSIANS);
      int below = statistics.within(histogram.from(), histogram.edge(6)).size();
      int counted = Arrays.stream(histogram.counts()).limit(6).sum();
      assertThat(below).isCloseTo(counted, within(1));
    }
  }

  @Test
  void valuesAreThoseOfTheScene() {
    try (Workers workers = Workers.of(2);
        SceneDocument document = TrainedScene.get().open(workers)) {
      GaussianScene scene = document.gaussians();
      double[] eye = {1, 2, 3};
      float[] opacity = values(document, GaussianQuantity.OPACITY, eye);
      float[] size = values(document, GaussianQuantity.SIZE, eye);
      float[] distance = values(document, GaussianQuantity.DISTANCE, eye);
      float[] cosine = values(document, GaussianQuantity.COSINE, eye);
      for (int i = 0; i < scene.count(); i += 97) {
        assertThat(Math.log(opacity[i] / (1.0 - opacity[i])))
            .isCloseTo(scene.opacityLogit(i), within(1e-3));
        for (int axis = 0; axis < 3; axis++) {
          assertThat((double) size[i])
              .isGreaterThanOrEqualTo(Math.exp(scene.logScale(i, axis)) * (1 - 1e-6));
        }
        double expected =
            Math.hypot(
                Math.hypot(scene.position(i, 0) - 1, scene.position(i, 1) - 2),
                scene.position(i, 2) - 3);
        assertThat((double) distance[i]).isCloseTo(expected, within(1e-5));
        assertThat(cosine[i]).isNaN();
      }
    }
  }

  @Test
  void deletedGaussiansAreNotCounted() {
    try (Workers workers = Workers.of(1);
        SceneDocument document = TrainedScene.get().open(workers)) {
      GaussianSet some = GaussianSet.where(document.gaussians().count(), i -> i % 3 == 0);
      document.change("Delete", (EditState state) -> state.withDeleted(some));
      GaussianStatistics left =
          GaussianStatistics.of(document, GaussianQuantity.SIZE, Level.COARSE, new double[3]);
      assertThat(Arrays.stream(left.histogram(5).counts()).sum())
          .isEqualTo(TrainedScene.GAUSSIANS - some.size());
      assertThat(left.within(0, 1e9).and(some).isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 4098})
  void binsLieSideBySide(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.01f * (i + 1);
    }
    for (boolean logarithmic : new boolean[] {false, true}) {
      Histogram histogram = Histogram.of(values, 7, logarithmic);
      assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(count);
      assertThat(histogram.isEmpty()).isEqualTo(count == 0);
      for (int bin = 0; bin < 7 && count > 1; bin++) {
        double middle = histogram.valueAt((bin + 0.5) / 7);
        assertThat(histogram.bin(middle)).isEqualTo(bin);
        assertThat(histogram.edge(bin)).isLessThan(middle);
        assertThat(histogram.edge(bin + 1)).isGreaterThan(middle);
      }
    }
  }

  private static float[] values(SceneDocument document, GaussianQuantity quantity, double[] eye) {
    return GaussianStatistics.of(document, quantity, Level.COARSE, eye).values();
  }
}
