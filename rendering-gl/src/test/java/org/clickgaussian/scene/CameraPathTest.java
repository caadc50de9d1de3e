package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.scene.camera.CameraSamples;
import org.junit.jupiter.api.Test;

class CameraPathTest {
  private static final double[] CENTRE = {1, 2, 3};

  @Test
  void camerasOnACircleGiveThatCircle() {
    List<Camera> path = CameraPath.orbit(CameraSamples.circle(12), 24);
    assertThat(path).hasSize(24);
    for (int i = 0; i < 24; i++) {
      double[] eye = path.get(i).centre();
      assertThat(Math.hypot(eye[0] - 1, eye[2] - 3)).isCloseTo(3, within(1e-9));
      assertThat(eye[1]).isCloseTo(1, within(1e-9));
      double[] seen = path.get(i).viewMatrix().apply(1, 2, 3);
      assertThat(seen).containsExactly(new double[] {0, 0, Math.sqrt(10)}, within(1e-9));
      // Neighbours on the path are equally far apart, the last and the first as well.
      assertThat(distance(eye, path.get((i + 1) % 24).centre()))
          .isCloseTo(2 * 3 * Math.sin(Math.PI / 24), within(1e-9));
    }
  }

  @Test
  void anUnevenRingDoesNotTiltThePath() {
    List<View> uneven = new ArrayList<>(CameraSamples.circle(24).subList(0, 18));
    uneven.addAll(CameraSamples.arc(20, 0, 0.5));
    for (Camera camera : CameraPath.orbit(uneven, 12)) {
      assertThat(camera.centre()[1]).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void camerasOnOneSideAreSwungBetween() {
    List<View> arc = CameraSamples.arc(9, 0.5, 1);
    List<Camera> path = CameraPath.orbit(arc, 40);
    double middle = 0.5 + 4.0 / 9;
    for (Camera camera : path) {
      double[] eye = camera.centre();
      double angle = Math.atan2(eye[2] - 3, eye[0] - 1);
      assertThat(Math.abs(angle - middle)).isLessThan(0.8 * 4 / 9 + 1e-3);
      double[] seen = camera.viewMatrix().apply(CENTRE[0], CENTRE[1], CENTRE[2]);
      assertThat(seen[2]).isPositive();
    }
  }

  @Test
  void camerasThatLookOutwardTurnOnTheirPlace() {
    List<View> outward =
        CameraSamples.circle(10).stream()
            .map(
                view -> {
                  double[] eye = view.camera().centre();
                  double[] target = {2 * eye[0] - 1, eye[1], 2 * eye[2] - 3};
                  return new View(
                      view.key(),
                      view.camera()
                          .movedTo(RigidTransform.lookAt(eye, target, new double[] {0, -1, 0})));
                })
            .toList();
    for (Camera camera : CameraPath.orbit(outward, 7)) {
      assertThat(camera.viewMatrix().apply(1, 1, 3)[2]).isCloseTo(-3, within(1e-6));
    }
  }

  @Test
  void oneCameraOrParallelOnesGiveAPathOfFiniteNumbers() {
    View one = CameraSamples.circle(1).getFirst();
    Camera beside =
        one.camera()
            .movedTo(new RigidTransform(one.camera().viewMatrix().rotation(), new double[3]));
    for (List<View> views : List.of(List.of(one), List.of(one, new View("b", beside)))) {
      for (Camera camera : CameraPath.orbit(views, 5)) {
        for (double number : camera.viewMatrix().rotation()) {
          assertThat(number).isFinite();
        }
        assertThat(camera.width()).isEqualTo(one.camera().width());
      }
    }
  }

  @Test
  void thereIsNoPathWithoutViewsOrFrames() {
    assertThatThrownBy(() -> CameraPath.orbit(List.of(), 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CameraPath.orbit(CameraSamples.circle(2), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}
