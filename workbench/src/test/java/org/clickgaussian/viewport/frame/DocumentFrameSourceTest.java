package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Frames of a small trained scene against what plain loops make of the same view. */
class DocumentFrameSourceTest {
  private static Workers workers;
  private static SceneDocument document;
  private static View view;

  @BeforeAll
  static void open() {
    workers = Workers.of(2);
    document = TrainedScene.get().openWithRun(workers);
    view = document.folder().requireViews().get(3);
  }

  @AfterAll
  static void close() {
    document.close();
    workers.close();
  }

  @Test
  void colourIsWhatTheRasterizerBlends() {
    try (FrameSource source = DocumentFrameSource.of(document);
        SplattedView plain = document.rasterizer().splat(view.camera())) {
      ViewportFrame frame = source.render(request(ViewportMode.COLOUR));
      float[] rgb = plain.frame(new float[3]).rgb();
      assertThat(frame.width()).isEqualTo(TrainedScene.WIDTH);
      assertThat(frame.height()).isEqualTo(TrainedScene.HEIGHT);
      for (int pixel = 0; pixel < frame.pixels().length; pixel++) {
        int expected = 0xff;
        for (int channel = 0; channel < 3; channel++) {
          expected = expected << 8 | Math.round(255 * Math.clamp(rgb[3 * pixel + channel], 0f, 1f));
        }
        assertThat(frame.pixels()[pixel]).isEqualTo(expected);
      }
      assertThat(frame.legend()).isEqualTo(Legend.NONE);
    }
  }

  @Test
  void pointUnderThePointerLiesOnThePixelsRay() {
    try (FrameSource source = DocumentFrameSource.of(document)) {
      assertThat(source.probe(1, 1)).isEmpty();
      source.render(request(ViewportMode.COLOUR));
      int x = TrainedScene.WIDTH / 2;
      int y = TrainedScene.HEIGHT / 2;
      PointUnderPointer point = source.probe(x, y).orElseThrow();
      assertThat(point.gaussian())
          .isEqualTo(source.frontGaussians()[y * TrainedScene.WIDTH + x])
          .isNotNegative();
      double[] w = point.world();
      double[] seen = view.camera().viewMatrix().apply(w[0], w[1], w[2]);
      assertThat(seen[2]).isCloseTo(point.depth(), org.assertj.core.data.Offset.offset(1e-9));
      assertThat(view.camera().fx() * seen[0] / seen[2] + view.camera().cx())
          .isCloseTo(x + 0.5, org.assertj.core.data.Offset.offset(1e-9));
      assertThat(point.match()).isPresent();
      assertThat(source.probe(-1, 0)).isEmpty();
      assertThat(source.probe(0, TrainedScene.HEIGHT)).isEmpty();
    }
  }

  private static FrameRequest request(ViewportMode mode) {
    return new FrameRequest(
        view.camera(), mode, EditState.initial(), view.key(), OptionalInt.empty(), false);
  }
}
