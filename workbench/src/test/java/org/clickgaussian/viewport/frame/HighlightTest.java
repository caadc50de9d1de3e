package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneChange;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.selection.SelectionMask;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.Test;

/** What is drawn over a picture, and that changing it little by little leaves nothing behind. */
class HighlightTest {

  @Test
  void borderFollowsTheSelectionsMask() {
    try (FrameFixture fixture = new FrameFixture();
        FrameSource source = DocumentFrameSource.of(fixture.document);
        SplattedView view = fixture.document.rasterizer().splat(fixture.view.camera())) {
      source.render(fixture.request(ViewportMode.COLOUR, Level.COARSE));
      PointMatch middle = source.probe(60, 40).orElseThrow().match().orElseThrow();
      GaussianSet set = fixture.cluster(Level.COARSE, middle.coarse().cluster(), 0.5);
      BitMask mask = SelectionMask.of(view, set.bits(), fixture.document.gaussianCount());
      int[] plain = source.render(fixture.request(ViewportMode.COLOUR, Level.COARSE)).pixels();
      int[] shown =
          source
              .render(
                  fixture.request(
                      ViewportMode.COLOUR,
                      EditState.initial().withSelection(set),
                      OptionalInt.empty()))
              .pixels();
      int lines = 0;
      for (int y = 2; y < mask.height() - 2; y++) {
        for (int x = 2; x < mask.width() - 2; x++) {
          int at = y * mask.width() + x;
          boolean inside = mask.get(x, y);
          boolean border =
              inside
                  && !(mask.get(x - 1, y)
                      && mask.get(x + 1, y)
                      && mask.get(x, y - 1)
                      && mask.get(x, y + 1));
          if (inside) {
            assertThat(shown[at]).isNotEqualTo(plain[at]);
          }
          if (border) {
            lines++;
            // 0.9 of 0xffe04d and a tenth of what was there.
            assertThat(shown[at] >> 16 & 0xff).isBetween(229, 255);
            assertThat(shown[at] >> 8 & 0xff).isBetween(201, 228);
            assertThat(shown[at] & 0xff).isBetween(68, 96);
          }
        }
      }
      assertThat(lines).isGreaterThan(20);
    }
  }

  @Test
  void changesLeaveNothingBehind() {
    try (FrameFixture fixture = new FrameFixture();
        FrameSource source = DocumentFrameSource.of(fixture.document)) {
      int count = fixture.document.gaussianCount();
      for (int step = 0; step < 20; step++) {
        RandomStream random = new RandomStream(3, "highlight", step);
        int[] bounds = {random.nextInt(count), random.nextInt(count)};
        GaussianSet some =
            GaussianSet.where(count, i -> i >= bounds[0] && i % 7 != 0 || i < bounds[1] / 4);
        GaussianSet set = step % 5 == 4 ? GaussianSet.NONE : some;
        OptionalInt pointer =
            step % 3 == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(fixture.pixels));
        ViewportMode mode = ViewportMode.values()[random.nextInt(7)];
        EditState state = EditState.initial().withSelection(set).withThreshold(0.2, set);
        FrameRequest request = fixture.request(mode, state, pointer);
        try (FrameSource fresh = DocumentFrameSource.of(fixture.document)) {
          assertThat(source.render(request).pixels()).isEqualTo(fresh.render(request).pixels());
        }
      }
    }
  }

  @Test
  void previewIsWhatAClickSelects() {
    try (FrameFixture fixture = new FrameFixture();
        FrameSource source = DocumentFrameSource.of(fixture.document);
        SplattedView view = fixture.document.rasterizer().splat(fixture.view.camera())) {
      EditState state = EditState.initial().withThreshold(0.3, GaussianSet.NONE);
      int[] plain =
          source
              .render(fixture.request(ViewportMode.COLOUR, state, OptionalInt.empty()))
              .pixels()
              .clone();
      int previewed = 0;
      for (int pixel = 17; pixel < fixture.pixels; pixel += fixture.pixels / 11) {
        int x = pixel % fixture.width;
        int y = pixel / fixture.width;
        int[] shown =
            source
                .render(fixture.request(ViewportMode.COLOUR, state, OptionalInt.of(pixel)))
                .pixels();
        PointMatch match = source.probe(x, y).orElseThrow().match().orElseThrow();
        BitSet clicked =
            match.alpha() < 0.5
                ? new BitSet()
                : fixture.cluster(Level.COARSE, match.coarse().cluster(), 0.3).bits();
        float[] coverage = SelectionMask.coverage(view, clicked, fixture.document.gaussianCount());
        for (int i = 0; i < fixture.pixels; i++) {
          if (coverage[i] >= 0.5f) {
            previewed++;
          }
          if (shown[i] == plain[i]) {
            // At most white on white stays as it is.
            assertThat(coverage[i] < 0.05f || (plain[i] & 0xffffff) > 0xf0f0f0).isTrue();
          }
        }
      }
      assertThat(previewed).isPositive();
    }
  }

  @Test
  void hiddenAndCopiedGaussiansAreFollowed() {
    try (FrameFixture fixture = new FrameFixture();
        FrameSource source = DocumentFrameSource.of(fixture.document)) {
      GaussianSet set = fixture.cluster(Level.COARSE, fixture.largestCluster(Level.COARSE), -1);
      List<ViewportMode> modes =
          List.of(ViewportMode.COLOUR, ViewportMode.CLUSTERS_FINE, ViewportMode.PCA_COARSE);
      compareToFresh(fixture, source, modes);
      fixture.document.change("Hide", state -> state.withHidden(set));
      compareToFresh(fixture, source, modes);
      fixture.document.change(
          "Copy",
          state ->
              state
                  .withHidden(GaussianSet.NONE)
                  .withChanges(
                      List.of(new SceneChange.Duplicate(set, Similarity.shift(0.3, 0, 0)))));
      compareToFresh(fixture, source, modes);
      assertThat(source.probe(60, 45).orElseThrow().match()).isPresent();
      fixture.document.undo();
      fixture.document.undo();
      compareToFresh(fixture, source, modes);
      fixture.document.useRun(null);
      compareToFresh(fixture, source, modes);
    }
  }

  private static void compareToFresh(
      FrameFixture fixture, FrameSource source, List<ViewportMode> modes) {
    for (ViewportMode mode : modes) {
      FrameRequest request =
          fixture.request(mode, fixture.document.state(), OptionalInt.of(fixture.pixels / 2));
      try (FrameSource fresh = DocumentFrameSource.of(fixture.document)) {
        assertThat(source.render(request).pixels()).isEqualTo(fresh.render(request).pixels());
      }
    }
  }
}
