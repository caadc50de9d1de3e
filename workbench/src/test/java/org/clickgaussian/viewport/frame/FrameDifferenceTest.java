package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalInt;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class FrameDifferenceTest {
  private static PixelClusters clusters(int width, int bound, int... ids) {
    float[] one = new float[ids.length];
    java.util.Arrays.fill(one, 1);
    return new PixelClusters(width, ids.length / width, ids, bound, one, one);
  }

  private static ViewportFrame frame(int width, int... pixels) {
    return new ViewportFrame(null, width, pixels.length / width, pixels, Legend.NONE, 0);
  }

  @Test
  void clustersAgreeWhateverTheirNumbers() {
    FrameDifference found =
        FrameDifference.ofClusters(clusters(4, 2, 0, 0, 1, 1), clusters(4, 9, 8, 8, 3, 3));
    assertThat(found.share()).isZero();
    assertThat(java.util.Arrays.stream(found.pixels()))
        .allMatch(pixel -> (pixel >> 16 & 255) == (pixel & 255));
  }

  @Test
  void pixelsOfAnotherClusterThanMostDisagree() {
    FrameDifference found =
        FrameDifference.ofClusters(
            clusters(3, 2, 0, 0, 0, 1, 1, 1), clusters(3, 3, 2, 2, 1, 0, -1, 0));
    assertThat(found.share()).isCloseTo(1 / 5.0, within(1e-12));
    assertThat(found.pixels()[2] >> 16 & 255).isGreaterThan(found.pixels()[2] & 255);
  }

  @Test
  void nothingDisagreesWithNothing() {
    assertThat(FrameDifference.ofClusters(clusters(1, 0), clusters(1, 0)).share()).isZero();
    assertThat(FrameDifference.ofClusters(clusters(2, 1, 0, 0), clusters(2, 0, -1, -1)).share())
        .isZero();
  }

  @Test
  void coarserPicturesAreComparedAtTheSizeOfTheFirst() {
    FrameDifference clusters =
        FrameDifference.ofClusters(clusters(4, 2, 0, 0, 1, 1, 0, 0, 1, 1), clusters(2, 2, 1, 0));
    assertThat(clusters.share()).isZero();
    FrameDifference colours =
        FrameDifference.ofColours(
            frame(2, 0xFF000000, 0xFFFFFFFF, 0xFF000000, 0xFFFFFFFF), frame(1, 0xFF000000));
    assertThat(colours.share()).isCloseTo(0.5, within(1e-12));
    assertThat(colours.pixels()[0]).isNotEqualTo(colours.pixels()[1]);
  }

  @Test
  void framesOfAnotherRunAreThoseOfADocumentThatUsesIt() {
    TrainedScene scene = TrainedScene.get();
    try (Workers workers = Workers.of(2);
        SceneDocument without = scene.open(workers);
        SceneDocument with = scene.openWithRun(workers);
        RunSession run = RunSession.open(scene.run(), without.original(), workers, Progress.NONE);
        DocumentFrameSource other =
            DocumentFrameSource.of(
                without, Optional::empty, ShownRun.always(run, run.pca().bases()));
        DocumentFrameSource own = DocumentFrameSource.of(with)) {
      Camera camera = with.folder().views().getFirst().camera();
      for (ViewportMode mode :
          new ViewportMode[] {ViewportMode.CLUSTERS_FINE, ViewportMode.PCA_COARSE}) {
        FrameRequest request =
            new FrameRequest(camera, mode, with.state(), null, OptionalInt.empty(), false);
        assertThat(other.render(request).pixels()).isEqualTo(own.render(request).pixels());
      }
      PixelClusters seen = other.clusters(Level.FINE).orElseThrow();
      assertThat(seen.clusters()).hasSize(camera.width() * camera.height());
      assertThat(FrameDifference.ofClusters(seen, own.clusters(Level.FINE).orElseThrow()).share())
          .isZero();
    }
  }
}
