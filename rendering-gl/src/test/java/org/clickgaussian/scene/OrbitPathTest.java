package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrbitPathTest {

  private static final double[] UP = {0, 0, 1};

  @Test
  void photosAroundAnObjectAreFollowedAtTheirDistance() {
    double[] target = {1, 2, 3};
    List<View> views = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double angle = 2 * Math.PI * i / 10;
      double[] eye = {1 + 4 * Math.cos(angle), 2 + 4 * Math.sin(angle), 5};
      views.add(view(eye, target));
    }
    List<View> path = OrbitPath.around(views, 7);
    assertThat(path).hasSize(7);
    assertThat(path.getFirst().key()).isEqualTo("orbit_0000");
    for (View view : path) {
      double[] eye = view.camera().centre();
      assertThat(Math.hypot(eye[0] - 1, eye[1] - 2)).isCloseTo(4, within(0.05));
      assertThat(eye[2]).isCloseTo(5, within(0.05));
      double[] seen = view.camera().viewMatrix().apply(1, 2, 3);
      assertThat(Math.hypot(seen[0], seen[1])).isLessThan(0.05);
    }
  }

  @Test
  void photosThatLookTheSameWayKeepTheCameraAmongThem() {
    List<View> views = new ArrayList<>();
    for (int i = -2; i <= 2; i++) {
      for (int j = -1; j <= 1; j++) {
        views.add(view(new double[] {0.2 * i, 0, 0.2 * j}, new double[] {0, 10, 0}));
      }
    }
    for (View view : OrbitPath.around(views, 13)) {
      double[] eye = view.camera().centre();
      assertThat(Math.abs(eye[0])).isLessThan(0.4);
      assertThat(Math.abs(eye[1])).isLessThan(1e-6);
      assertThat(view.camera().viewMatrix().apply(0, 10, 0)[2]).isPositive();
    }
  }

  @Test
  void oneViewIsEnough() {
    View only = view(new double[] {0, -3, 0}, new double[] {0, 0, 0});
    double[] eye = OrbitPath.around(List.of(only), 1).getFirst().camera().centre();
    assertThat(eye).containsExactly(new double[] {0, -3, 0}, within(1e-9));
  }

  @Test
  void nothingToFollowIsRefused() {
    assertThatThrownBy(() -> OrbitPath.around(List.of(), 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static View view(double[] eye, double[] target) {
    return new View("photo", Camera.centred(64, 48, 50, RigidTransform.lookAt(eye, target, UP)));
  }
}
