package org.clickgaussian.viewport.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CameraRigTest {
  private static final double EXACT = 1e-9;

  @RepeatedTest(20)
  void orbitKeepsFocusAndDistance(RepetitionInfo repetition) {
    RandomGenerator random = random(repetition);
    CameraRig rig = anyRig(random);
    Vector3 focus = rig.focus();
    CameraRig turned = rig;
    for (int i = 0; i < 200; i++) {
      turned = turned.orbit(random.nextGaussian(), random.nextGaussian());
      assertThat(turned.focus().distance(focus)).isLessThan(EXACT);
      assertThat(turned.pose().position().distance(focus))
          .isCloseTo(rig.focusDistance(), within(EXACT));
    }
  }

  @RepeatedTest(20)
  void orbitAroundKeepsHeightAndLean(RepetitionInfo repetition) {
    RandomGenerator random = random(repetition);
    CameraRig rig = anyRig(random);
    CameraRig turned = rig.orbit(random.nextGaussian(), 0);
    assertThat(turned.pose().position().dot(rig.up()))
        .isCloseTo(rig.pose().position().dot(rig.up()), within(EXACT));
    assertThat(turned.pose().right().dot(rig.up()))
        .isCloseTo(rig.pose().right().dot(rig.up()), within(EXACT));
  }

  @Test
  void positiveAnglesGoRightAndUp() {
    CameraRig rig = level();
    assertThat(rig.orbit(0.1, 0).pose().position().dot(rig.pose().right())).isPositive();
    assertThat(rig.orbit(0, 0.1).pose().position().dot(rig.up())).isPositive();
    assertThat(rig.look(0, 0.1).pose().forward().dot(rig.up())).isNegative();
  }

  @Test
  void orbitStopsShortOfThePolesAndComesBack() {
    CameraRig rig = level();
    CameraRig top = rig.orbit(0, 100);
    double elevation = Math.asin(-top.pose().forward().dot(top.up()));
    assertThat(elevation).isCloseTo(Math.PI / 2 - CameraRig.POLE_ANGLE, within(1e-6));
    CameraRig back = top.orbit(0, -elevation);
    assertThat(back.pose().position().distance(rig.pose().position())).isLessThan(1e-6);
    CameraRig bottom = rig.orbit(0, -100);
    assertThat(bottom.pose().forward().dot(bottom.up())).isPositive();
  }

  @Test
  void aCameraThatLooksStraightDownCanBeTurnedAway() {
    Pose down = Pose.looking(new Vector3(0, 5, 0), Vector3.ZERO, new Vector3(0, 1, 0));
    CameraRig rig = new CameraRig(down, 5, new Vector3(0, 1, 0), optics());
    for (double over : new double[] {0, 0.3, -0.3}) {
      CameraRig turned = rig.orbit(0.5, over);
      assertThat(finite(turned.pose().position())).isTrue();
      assertThat(turned.pose().position().length()).isCloseTo(5, within(EXACT));
    }
    double leaving = rig.orbit(0, -0.5).pose().forward().dot(new Vector3(0, 1, 0));
    assertThat(leaving).isGreaterThan(-0.95);
  }

  @RepeatedTest(20)
  void panKeepsWhatIsHeldUnderThePointer(RepetitionInfo repetition) {
    RandomGenerator random = random(repetition);
    CameraRig rig = anyRig(random);
    Camera camera = rig.camera(700, 500);
    double depth = 0.1 + 10 * random.nextDouble();
    double x = 700 * random.nextDouble();
    double y = 500 * random.nextDouble();
    Vector3 held = new Projection(camera).world(x, y, depth);
    double toX = 700 * random.nextDouble();
    double toY = 500 * random.nextDouble();
    CameraRig moved = rig.pan(camera, x, y, toX, toY, depth);
    Projection.Point seen = new Projection(moved.camera(700, 500)).point(held).orElseThrow();
    assertThat(seen.x()).isCloseTo(toX, within(1e-6));
    assertThat(seen.y()).isCloseTo(toY, within(1e-6));
    assertThat(seen.depth()).isCloseTo(depth, within(EXACT));
  }

  @RepeatedTest(20)
  void zoomKeepsTheRayOfThePixel(RepetitionInfo repetition) {
    RandomGenerator random = random(repetition);
    CameraRig rig = anyRig(random);
    Camera camera = rig.camera(700, 500);
    double depth = 0.1 + 10 * random.nextDouble();
    double x = 700 * random.nextDouble();
    double y = 500 * random.nextDouble();
    double factor = Math.exp(random.nextGaussian() / 2);
    Vector3 seen = new Projection(camera).world(x, y, depth);
    CameraRig nearer = rig.zoom(camera, x, y, depth, factor);
    Projection after = new Projection(nearer.camera(700, 500));
    assertThat(after.ray(x, y).distance(new Projection(camera).ray(x, y))).isLessThan(EXACT);
    assertThat(after.world(x, y, depth * factor).distance(seen)).isLessThan(1e-8);
    assertThat(nearer.focusDistance()).isCloseTo(depth * factor, within(EXACT));
  }

  @Test
  void flyingFollowsImageAndWorld() {
    CameraRig rig = level();
    Vector3 moved = rig.fly(1, 2, 3).pose().position().minus(rig.pose().position());
    assertThat(moved.dot(rig.pose().right())).isCloseTo(1, within(EXACT));
    assertThat(moved.dot(rig.up())).isCloseTo(2, within(EXACT));
    assertThat(moved.dot(rig.pose().forward())).isCloseTo(3, within(EXACT));
  }

  @RepeatedTest(10)
  void aPointThatIsCentredIsInTheMiddle(RepetitionInfo repetition) {
    RandomGenerator random = random(repetition);
    CameraRig rig = anyRig(random);
    Camera camera = rig.camera(700, 500);
    Vector3 point = new Projection(camera).world(100, 450, 2.5);
    CameraRig centred = rig.centredOn(point);
    assertThat(centred.focus().distance(point)).isLessThan(EXACT);
    Projection.Point seen = new Projection(centred.camera(700, 500)).point(point).orElseThrow();
    assertThat(seen.x()).isCloseTo(camera.cx(), within(1e-6));
    assertThat(seen.depth()).isCloseTo(2.5, within(EXACT));
  }

  @RepeatedTest(10)
  void poseAndViewMatrixAreTheSame(RepetitionInfo repetition) {
    RandomGenerator random = random(repetition);
    Pose pose = anyRig(random).pose();
    RigidTransform matrix = pose.viewMatrix();
    Pose again = Pose.of(matrix);
    assertThat(again.position().distance(pose.position())).isLessThan(EXACT);
    assertThat(again.forward().distance(pose.forward())).isLessThan(EXACT);
    Vector3 ahead = pose.position().plus(pose.forward().times(2)).plus(pose.right());
    assertThat(
            Vector3.of(matrix.apply(ahead.x(), ahead.y(), ahead.z()))
                .distance(new Vector3(1, 0, 2)))
        .isLessThan(EXACT);
  }

  @Test
  void theWholeOfTheViewIsInPicturesOfAnyShape() {
    Camera view = new Camera(300, 200, 250, 260, 140, 110, RigidTransform.identity());
    for (int[] size : new int[][] {{600, 400}, {900, 200}, {100, 800}, {1, 1}}) {
      Framing framing = Framing.inside(view, size[0], size[1]);
      Camera camera = framing.camera();
      assertThat(camera.width()).isEqualTo(size[0]);
      assertThat(framing.width() / framing.height()).isCloseTo(1.5, within(EXACT));
      // A corner of the view falls on the same corner of the part.
      double x = (300 - view.cx()) / view.fx() * camera.fx() + camera.cx();
      double y = (0 - view.cy()) / view.fy() * camera.fy() + camera.cy();
      assertThat(x).isCloseTo(framing.left() + framing.width(), within(1e-6));
      assertThat(y).isCloseTo(framing.top(), within(1e-6));
      assertThat(framing.left()).isGreaterThan(-EXACT);
      assertThat(framing.top()).isGreaterThan(-EXACT);
    }
  }

  static RandomGenerator random(RepetitionInfo repetition) {
    return new java.util.SplittableRandom(repetition.getCurrentRepetition());
  }

  static Camera optics() {
    return new Camera(300, 200, 250, 260, 140, 110, RigidTransform.identity());
  }

  static CameraRig level() {
    Pose pose = Pose.looking(new Vector3(0, 0, -4), Vector3.ZERO, new Vector3(0, -1, 0));
    return new CameraRig(pose, 4, new Vector3(0, -1, 0), optics());
  }

  static CameraRig anyRig(RandomGenerator random) {
    Vector3 position = any(random).times(3);
    Quaternion orientation =
        new Quaternion(
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian());
    Pose pose = new Pose(position, orientation);
    return new CameraRig(pose, 0.5 + 5 * random.nextDouble(), any(random).unit(), optics());
  }

  private static Vector3 any(RandomGenerator random) {
    return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static boolean finite(Vector3 v) {
    return Double.isFinite(v.x()) && Double.isFinite(v.y()) && Double.isFinite(v.z());
  }
}
