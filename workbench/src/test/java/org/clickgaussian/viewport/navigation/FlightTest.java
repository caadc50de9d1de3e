package org.clickgaussian.viewport.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.clickgaussian.scene.Camera;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FlightTest {

  @RepeatedTest(20)
  void beginsAndEndsExactlyAndNeverJumps(RepetitionInfo repetition) {
    RandomGenerator random = CameraRigTest.random(repetition);
    CameraRig from = CameraRigTest.anyRig(random);
    CameraRig to = CameraRigTest.anyRig(random);
    Flight flight = new Flight(from, to);
    assertThat(flight.at(0, 640, 480)).isSameAs(from);
    assertThat(flight.at(1, 640, 480)).isSameAs(to);
    assertThat(flight.at(7, 640, 480)).isSameAs(to);
    int steps = 1000;
    double longest =
        from.focus().distance(to.focus()) + 4 * (from.focusDistance() + to.focusDistance());
    CameraRig before = from;
    for (int i = 1; i <= steps; i++) {
      CameraRig now = flight.at(i / (double) steps, 640, 480);
      double moved = now.pose().position().distance(before.pose().position());
      assertThat(moved).isLessThan(4 * longest / steps);
      assertThat(now.pose().forward().length()).isCloseTo(1, within(1e-9));
      before = now;
    }
  }

  @Test
  void goesAroundTheThingBetweenTwoViews() {
    CameraRig from = CameraRigTest.level();
    CameraRig to = from.orbit(Math.PI * 0.9, 0);
    Flight flight = new Flight(from, to);
    for (double share = 0; share <= 1; share += 0.05) {
      CameraRig rig = flight.at(share, 640, 480);
      assertThat(rig.pose().position().distance(from.focus()))
          .isCloseTo(from.focusDistance(), within(1e-9));
    }
  }

  @Test
  void restsAtBothEnds() {
    CameraRig from = CameraRigTest.level();
    Flight flight = new Flight(from, from.fly(1, 0, 0));
    double begin = flight.at(0.01, 640, 480).pose().position().distance(from.pose().position());
    double end =
        flight.at(0.99, 640, 480).pose().position().distance(flight.to().pose().position());
    assertThat(begin).isLessThan(1e-4);
    assertThat(end).isLessThan(1e-4);
  }

  @Test
  void opticsGlideBetweenPicturesOfDifferentSizes() {
    CameraRig from = CameraRigTest.level();
    Camera wide = new Camera(1000, 500, 300, 300, 500, 250, from.optics().viewMatrix());
    CameraRig to = new CameraRig(from.pose(), from.focusDistance(), from.up(), wide);
    Flight flight = new Flight(from, to);
    double before = from.camera(640, 480).fx();
    double after = to.camera(640, 480).fx();
    double half = flight.at(0.5, 640, 480).camera(640, 480).fx();
    assertThat(half).isBetween(Math.min(before, after), Math.max(before, after));
    assertThat(flight.at(1e-9, 640, 480).camera(640, 480).fx()).isCloseTo(before, within(1e-3));
  }

  @Test
  void turnsTheShortWay() {
    Quaternion a = Quaternion.about(new Vector3(0, 0, 1), 0.2);
    Quaternion b = Quaternion.about(new Vector3(0, 0, 1), -0.2);
    Quaternion opposite = new Quaternion(-b.w(), -b.x(), -b.y(), -b.z());
    Vector3 x = new Vector3(1, 0, 0);
    assertThat(a.towards(opposite, 0.5).turn(x).distance(x)).isLessThan(1e-9);
    assertThat(a.towards(a, 0.3).turn(x).distance(a.turn(x))).isLessThan(1e-12);
  }
}
