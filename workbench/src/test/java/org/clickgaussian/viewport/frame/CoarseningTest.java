package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.clickgaussian.document.EditState;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.junit.jupiter.api.Test;

class CoarseningTest {

  @Test
  void slowFramesGrowCoarserUntilTheyAreFastEnough() {
    Coarsening coarsening = new Coarsening();
    ViewportMode mode = ViewportMode.COLOUR;
    assertThat(coarsening.divisor(mode, true)).isEqualTo(1);
    coarsening.measured(mode, 1, 120);
    assertThat(coarsening.divisor(mode, true)).isEqualTo(2);
    assertThat(coarsening.divisor(mode, false)).isEqualTo(1);
    assertThat(coarsening.divisor(ViewportMode.DEPTH, true)).isEqualTo(1);
    coarsening.measured(mode, 2, 60);
    assertThat(coarsening.divisor(mode, true)).isEqualTo(3);
    coarsening.measured(mode, 3, 200);
    assertThat(coarsening.divisor(mode, true)).isEqualTo(3);
    coarsening.measured(mode, 1, 49);
    assertThat(coarsening.divisor(mode, true)).isEqualTo(1);
  }

  @Test
  void slowFirstFrameIsForgotten() {
    Coarsening coarsening = new Coarsening();
    coarsening.measured(ViewportMode.COLOUR, 1, 3000);
    coarsening.measured(ViewportMode.COLOUR, 2, 12);
    assertThat(coarsening.divisor(ViewportMode.COLOUR, true)).isEqualTo(1);
  }

  @Test
  void largePicturesOfFeaturesFitIntoMemory() {
    Camera large = Camera.centred(3840, 2160, 2000, RigidTransform.identity());
    Camera usual = Camera.centred(1920, 1080, 2000, RigidTransform.identity());
    for (ViewportMode mode : ViewportMode.values()) {
      assertThat(Coarsening.divisorForMemory(mode, usual)).isEqualTo(1);
      assertThat(Coarsening.divisorForMemory(mode, large)).isEqualTo(mode.needsFeatures() ? 2 : 1);
    }
  }

  @Test
  void movingFramesAreCoarserAndRestingOnesFull() {
    AtomicLong clock = new AtomicLong();
    try (FrameFixture fixture = new FrameFixture();
        FrameSource source =
            new DocumentFrameSource(
                fixture.document, Optional::empty, () -> clock.getAndAdd(70_000_000L))) {
      Camera camera = fixture.view.camera();
      assertThat(source.render(request(camera, 0, false)).width()).isEqualTo(camera.width());
      ViewportFrame half = source.render(request(camera, 1, true));
      assertThat(half.width()).isEqualTo(camera.width() / 2);
      assertThat(half.milliseconds()).isEqualTo(70);
      ViewportFrame third = source.render(request(camera, 2, true));
      assertThat(third.width()).isEqualTo(camera.width() / 3);
      assertThat(third.pixels()).hasSize(third.width() * third.height());
      PointUnderPointer point = source.probe(61, 40).orElseThrow();
      double[] seen =
          third
              .request()
              .camera()
              .viewMatrix()
              .apply(point.world()[0], point.world()[1], point.world()[2]);
      assertThat(camera.fx() * seen[0] / seen[2] + camera.cx()).isCloseTo(61.5, within(1e-9));
      assertThat(point.match().orElseThrow().x()).isEqualTo(61);
      assertThat(source.frontGaussians()).hasSize(camera.width() * camera.height());
      assertThat(source.render(request(camera, 2, false)).width()).isEqualTo(camera.width());
    }
  }

  /** A camera some steps aside, with the pointer in the last corner of the picture. */
  private static FrameRequest request(Camera camera, int step, boolean moving) {
    RigidTransform there = camera.viewMatrix();
    double[] t = there.translation().clone();
    t[0] += 0.01 * step;
    Camera moved = camera.movedTo(new RigidTransform(there.rotation(), t));
    OptionalInt corner = OptionalInt.of(camera.width() * camera.height() - 1);
    return new FrameRequest(moved, ViewportMode.COLOUR, EditState.initial(), null, corner, moving);
  }
}
