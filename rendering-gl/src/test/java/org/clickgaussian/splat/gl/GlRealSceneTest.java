package org.clickgaussian.splat.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.format.LoadedSplat;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.cpu.Comparison;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.cpu.CpuSplattedView;
import org.clickgaussian.testing.SharedData;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real scene on the device: within 1/255 of the processor's image for 99.9% of the pixels. */
class GlRealSceneTest {
  private static final int WIDTH = 168;
  private static final int HEIGHT = 126;

  @ParameterizedTest
  @CsvSource({
    "scene_bonsai, DSCF5625, true",
    "scene_bonsai, DSCF5625, false",
    "scene_fern, image000, true",
    "scene_fern, image000, false"
  })
  void rendersAsTheProcessor(String folderName, String key, boolean doubles) {
    SceneFolder folder = SceneFolder.open(SharedData.require(folderName));
    Camera camera = folder.view(key).camera().resized(WIDTH, HEIGHT);
    try (GlContext context = GlTestContext.open(doubles);
        Workers workers = Workers.onAllProcessors()) {
      LoadedSplat splat = SplatFormats.read(folder.splatFile(), workers, Progress.NONE);
      try (CpuRasterizer processor = new CpuRasterizer(splat.scene(), workers);
          GlRasterizer rasterizer = new GlRasterizer(context, splat.scene(), workers);
          CpuSplattedView expected = processor.splat(camera);
          GlSplattedView actual = rasterizer.splat(camera)) {
        Frame frame = expected.frame(new float[3]);
        float[] rgb = actual.frame(new float[3]).rgb();
        Comparison comparison = new Comparison(expected, actual);
        assertThat(comparison.flips()).isLessThanOrEqualTo(WIDTH * HEIGHT / 1000);
        assertThat(comparison.largestDifference(frame.rgb(), rgb)).isLessThan(1e-3);
        assertThat(pixelsBeyondOneStep(frame.rgb(), rgb))
            .isLessThanOrEqualTo(WIDTH * HEIGHT / 1000);
      } finally {
        splat.scene().close();
      }
    }
  }

  private static int pixelsBeyondOneStep(float[] expected, float[] actual) {
    int found = 0;
    for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      float largest = 0;
      for (int k = 3 * pixel; k < 3 * pixel + 3; k++) {
        largest = Math.max(largest, Math.abs(expected[k] - actual[k]));
      }
      found += largest > 1f / 255 ? 1 : 0;
    }
    return found;
  }
}
