package org.clickgaussian.viewport.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
  private static final Vector3 UP = new Vector3(0.2, -0.9, 0.3).unit();

  @Test
  void upIsFoundThoughSomePhotosWereTurned() {
    List<View> views = new ArrayList<>(ring(24, 0.4));
    for (int i = 0; i < 6; i++) {
      views.set(4 * i, rolled(views.get(4 * i), Math.PI / 2));
    }
    assertThat(UpAxis.of(views).dot(UP)).isCloseTo(1, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 13})
  void startsExactlyAtTheFirstView(int count) {
    List<View> views = ring(count, 0.3);
    Surroundings scene = Surroundings.of(views, null);
    CameraRig start = scene.start();
    Camera first = views.getFirst().camera();
    Camera camera = start.camera(first.width(), first.height());
    assertThat(camera.fx()).isEqualTo(first.fx());
    assertThat(Vector3.of(camera.centre()).distance(Vector3.of(first.centre()))).isLessThan(1e-9);
    assertThat(start.focusDistance()).isPositive();
    assertThat(scene.size()).isPositive();
    assertThat(scene.nearest(start.pose())).isSameAs(views.getFirst());
  }

  @Test
  void turnsAboutWhatTheViewsLookAt() {
    Surroundings scene = Surroundings.of(ring(12, 0.3), null);
    assertThat(scene.centre().length()).isLessThan(1e-9);
    assertThat(scene.start().focus().length()).isLessThan(1e-6);
  }

  @Test
  void ofBareGaussiansTheFlatSideIsUpAndAllIsSeen() {
    try (GaussianScene scene = GaussianScene.allocate(4098, 0)) {
      SplittableRandom random = new SplittableRandom(4);
      for (int i = 0; i < scene.count(); i++) {
        scene.set(scene.positions(), 0, i, (float) (10 * random.nextDouble()));
        scene.set(scene.positions(), 1, i, (float) (2 * random.nextDouble()));
        scene.set(scene.positions(), 2, i, (float) (10 * random.nextDouble()));
      }
      Surroundings found = Surroundings.of(List.of(), scene);
      assertThat(found.up().dot(new Vector3(0, -1, 0))).isCloseTo(1, within(1e-2));
      assertThat(found.centre().distance(new Vector3(5, 1, 5))).isLessThan(0.3);
      Projection picture = new Projection(found.start().camera(1200, 800));
      for (int i = 0; i < scene.count(); i += 100) {
        Vector3 point =
            new Vector3(scene.position(i, 0), scene.position(i, 1), scene.position(i, 2));
        Projection.Point seen = picture.point(point).orElseThrow();
        assertThat(seen.x()).isBetween(0.0, 1200.0);
        assertThat(seen.y()).isBetween(0.0, 800.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void tinyScenesHaveAStartToo(int count) {
    try (GaussianScene scene = GaussianScene.allocate(count, 0)) {
      CameraRig start = Surroundings.of(List.of(), scene).start();
      assertThat(start.pose().position().length()).isFinite();
      assertThat(start.pose().forward().length()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void linesAreCutWhereTheyPassTheCamera() {
    Projection picture =
        new Projection(
            Camera.centred(
                100,
                100,
                50,
                Pose.looking(Vector3.ZERO, new Vector3(0, 0, 1), new Vector3(0, -1, 0))
                    .viewMatrix()));
    Vector3 ahead = new Vector3(0, 0, 2);
    Vector3 behind = new Vector3(1, 0, -3);
    assertThat(picture.line(behind, behind)).isEmpty();
    Projection.Line line = picture.line(ahead, behind).orElseThrow();
    assertThat(line.from().x()).isCloseTo(50, within(1e-9));
    assertThat(line.to().depth()).isCloseTo(Projection.NEAR, within(1e-9));
    assertThat(line.to().x()).isGreaterThan(50);
    assertThat(picture.line(behind, ahead).orElseThrow().to().x()).isCloseTo(50, within(1e-9));
  }

  private static List<View> ring(int count, double height) {
    Vector3 side = UP.anyAcross();
    Vector3 front = UP.cross(side);
    List<View> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      Vector3 from =
          side.times(3 * Math.cos(angle))
              .plus(front.times(3 * Math.sin(angle)))
              .plus(UP.times(height));
      Pose pose = Pose.looking(from, Vector3.ZERO, UP);
      views.add(new View("v%02d".formatted(i), Camera.centred(120, 90, 100, pose.viewMatrix())));
    }
    return views;
  }

  private static View rolled(View view, double angle) {
    Pose pose = Pose.of(view.camera().viewMatrix());
    Pose turned = pose.turnedAbout(pose.position(), Quaternion.about(pose.forward(), angle));
    return new View(view.key(), view.camera().movedTo(turned.viewMatrix()));
  }
}
