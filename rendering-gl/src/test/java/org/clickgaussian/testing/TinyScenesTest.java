package org.clickgaussian.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.ValueLayout;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.junit.jupiter.api.Test;

class TinyScenesTest {
  @Test
  void theSameSeedGivesTheSameScene() {
    try (GaussianScene a = TinyScenes.random(13, 7, 3);
        GaussianScene b = TinyScenes.random(13, 7, 3);
        GaussianScene other = TinyScenes.random(13, 8, 3)) {
      assertThat(a.harmonics().mismatch(b.harmonics())).isEqualTo(-1);
      assertThat(a.positions().mismatch(b.positions())).isEqualTo(-1);
      assertThat(a.positions().mismatch(other.positions())).isNotEqualTo(-1);
      for (float value : a.harmonics().toArray(ValueLayout.JAVA_FLOAT)) {
        assertThat(value).isBetween(-1.5f, 1.5f);
      }
    }
  }

  @Test
  void bothCamerasSeeTheOriginInFront() {
    for (double angle = 0; angle < 6; angle += 0.5) {
      Camera camera = TinyScenes.orbitCamera(64, 48, angle);
      double[] origin = camera.viewMatrix().apply(0, 0, 0);
      assertThat(origin[0]).isCloseTo(0, within(1e-12));
      assertThat(origin[1]).isCloseTo(0, within(1e-12));
      assertThat(origin[2]).isGreaterThan(3.9);
    }
    double[] right = TinyScenes.frontCamera(64, 48).viewMatrix().apply(1, 0, 0);
    double[] down = TinyScenes.frontCamera(64, 48).viewMatrix().apply(0, 1, 0);
    assertThat(right).containsExactly(1, 0, 4);
    assertThat(down).containsExactly(0, 1, 4);
  }
}
