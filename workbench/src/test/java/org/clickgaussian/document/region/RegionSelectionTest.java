package org.clickgaussian.document.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class RegionSelectionTest {
  private static final float[] RED = {1, 0, 0};

  private final Camera camera = TinyScenes.frontCamera(60, 40);

  /** Two opaque Gaussians behind each other in the middle, one at the side, one behind the eye. */
  private GaussianScene scene() {
    GaussianScene scene = GaussianScene.allocate(4, 0);
    double[] eye = camera.centre();
    double[][] places = {{0, 0, 0}, {0, 0, 1}, {0.8, 0, 0}, {0, 0, 0}};
    for (int i = 0; i < 3; i++) {
      TinyScenes.setRound(scene, i, places[i], 0.1, 8, RED);
    }
    double[] behind = {2 * eye[0], 2 * eye[1], 2 * eye[2]};
    TinyScenes.setRound(scene, 3, behind, 0.1, 8, RED);
    return scene;
  }

  @Test
  void throughTakesWhatIsBehindFrontDoesNot() {
    try (Workers workers = Workers.of(1);
        GaussianScene scene = scene();
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers);
        SplattedView view = rasterizer.splat(camera)) {
      BitMask middle = ScreenRegion.rectangle(29, 19, 31, 21, 60, 40);
      assertThat(RegionSelection.through(scene, camera, middle, workers).indices())
          .containsExactly(0, 1);
      GaussianSet front = RegionSelection.front(view, middle);
      assertThat(front.size()).isEqualTo(1);
      assertThat(front.contains(view.frontGaussians()[20 * 60 + 30])).isTrue();
      BitMask all = ScreenRegion.rectangle(0, 0, 60, 40, 60, 40);
      assertThat(RegionSelection.through(scene, camera, all, workers).indices())
          .containsExactly(0, 1, 2);
      BitMask none = new BitMask(60, 40);
      assertThat(RegionSelection.front(view, none).isEmpty()).isTrue();
      assertThat(RegionSelection.through(scene, camera, none, workers).isEmpty()).isTrue();
    }
  }

  @Test
  void everyFrontGaussianOfARandomSceneIsInFrontAndEveryCentreOfTheWholePictureIsThrough() {
    try (Workers workers = Workers.of(2);
        GaussianScene scene = TinyScenes.random(4098, 2, 0);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, workers);
        SplattedView view = rasterizer.splat(camera)) {
      BitMask region = ScreenRegion.lasso(new double[] {10, 5, 50, 8, 30, 35}, 60, 40);
      GaussianSet front = RegionSelection.front(view, region);
      int[] surface = view.frontGaussians();
      for (int pixel = 0; pixel < surface.length; pixel++) {
        if (region.get(pixel % 60, pixel / 60) && surface[pixel] >= 0) {
          assertThat(front.contains(surface[pixel])).isTrue();
        }
      }
      assertThat(front.size()).isLessThan(scene.count() / 2);
    }
  }
}
