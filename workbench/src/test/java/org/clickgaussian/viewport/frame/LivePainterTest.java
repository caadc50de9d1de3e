package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Map;
import org.clickgaussian.document.Edits;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LivePainterTest {
  private FrameFixture fixture;

  @BeforeEach
  void open() {
    fixture = new FrameFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static MemorySegment colour(int count, float... rgb) {
    MemorySegment table = Arena.ofAuto().allocate(12L * count, 64);
    for (int i = 0; i < 3 * count; i++) {
      table.setAtIndex(ValueLayout.JAVA_FLOAT, i, rgb[i % 3]);
    }
    return table;
  }

  private LiveRun live(int iteration, float green) {
    int count = fixture.document.original().count();
    MemorySegment table = colour(count, 1, green, 0);
    return new LiveRun(
        Path.of("run-1"),
        iteration,
        count,
        Map.of(Level.COARSE, table, Level.FINE, table),
        Map.of());
  }

  private static ViewportFrame render(FrameSource source, FrameFixture fixture, ViewportMode mode) {
    return source.render(fixture.request(mode, Level.FINE));
  }

  @Test
  void aPreviewIsBlendedAndReplacedByTheNext() {
    try (FrameSource source = DocumentFrameSource.of(fixture.document);
        SplattedView view = fixture.document.rasterizer().splat(fixture.view.camera())) {
      Frame frame = view.frame(new float[3]);
      int[] run = render(source, fixture, ViewportMode.PCA_FINE).pixels().clone();
      for (float green : new float[] {0, 0.5f}) {
        fixture.document.showLive(live(green == 0 ? 40 : 80, green));
        ViewportFrame shown = render(source, fixture, ViewportMode.PCA_FINE);
        assertThat(shown.legend().text())
            .isEqualTo(
                "run-1 in training, iteration %d: principal components"
                    .formatted(green == 0 ? 40 : 80));
        for (int pixel = 0; pixel < fixture.pixels; pixel++) {
          float alpha = frame.alpha()[pixel];
          assertThat(shown.pixels()[pixel] >> 16 & 0xff).isBetween(near(alpha, -1), near(alpha, 1));
          assertThat(shown.pixels()[pixel] >> 8 & 0xff)
              .isBetween(near(green * alpha, -1), near(green * alpha, 1));
        }
      }
      assertThat(render(source, fixture, ViewportMode.CLUSTERS_FINE).legend().text())
          .contains("clusters come with global guidance");
      fixture.document.showLive(null);
      assertThat(render(source, fixture, ViewportMode.PCA_FINE).pixels()).isEqualTo(run);
    }
  }

  private static int near(float value, int by) {
    return Math.round(255 * Math.min(1, value)) + by;
  }

  /** A copied Gaussian has its original's colour. */
  @Test
  void copiesAreColouredLikeTheirOriginals() {
    fixture.document.showLive(live(1, 0));
    GaussianSet some = GaussianSet.where(fixture.document.gaussianCount(), i -> i < 50);
    fixture.document.change(
        "copy",
        state -> Edits.duplicate(state.withSelection(some), fixture.document.gaussianCount()));
    try (FrameSource source = DocumentFrameSource.of(fixture.document)) {
      ViewportFrame shown = render(source, fixture, ViewportMode.PCA_FINE);
      assertThat(shown.legend().text()).startsWith("run-1");
      for (int pixel : shown.pixels()) {
        assertThat(pixel & 0xffff).isZero();
      }
    }
  }

  @Test
  void aRunOfAnotherSceneIsRefused() {
    LiveRun other = new LiveRun(Path.of("other"), 1, 3, Map.of(), Map.of());
    assertThatThrownBy(() -> fixture.document.showLive(other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
