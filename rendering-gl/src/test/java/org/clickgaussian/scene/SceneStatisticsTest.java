package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SceneStatisticsTest {

  @Test
  void extremesAndMediansAreThoseOfTheGaussians() {
    try (GaussianScene scene = GaussianScene.allocate(101, 0)) {
      for (int i = 0; i < 101; i++) {
        scene.set(scene.positions(), 0, i, 100 - i);
        scene.set(scene.positions(), 1, i, i % 2 == 0 ? -1 : 1);
        scene.set(scene.opacityLogits(), 0, i, i - 50);
        scene.set(scene.logScales(), 2, i, (float) Math.log(0.25));
        scene.set(scene.logScales(), 0, i, -9);
        scene.set(scene.logScales(), 1, i, -9);
      }
      SceneStatistics statistics = SceneStatistics.of(scene);
      assertThat(statistics.count()).isEqualTo(101);
      assertThat(statistics.lower()).containsExactly(1, -1, 0);
      assertThat(statistics.upper()).containsExactly(99, 1, 0);
      assertThat(statistics.medianOpacity()).isCloseTo(0.5, within(1e-9));
      assertThat(statistics.medianScale()).isCloseTo(0.25, within(1e-6));
    }
  }

  @Test
  void emptySceneHasNoMedians() {
    try (GaussianScene scene = GaussianScene.allocate(0, 0)) {
      SceneStatistics statistics = SceneStatistics.of(scene);
      assertThat(statistics.count()).isZero();
      assertThat(statistics.medianOpacity()).isNaN();
    }
  }
}
