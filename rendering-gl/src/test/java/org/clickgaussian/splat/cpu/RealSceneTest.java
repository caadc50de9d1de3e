package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.format.LoadedSplat;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.testing.NpyFile;
import org.clickgaussian.testing.SharedData;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renders of real scenes against those of an independent program. */
class RealSceneTest {

  @ParameterizedTest
  @CsvSource({"scene_bonsai, DSCF5625, bonsai", "scene_fern, image000, fern"})
  void rendersAsTheIndependentProgram(String folderName, String key, String name) {
    SceneFolder folder = SceneFolder.open(SharedData.require(folderName));
    NpyFile expected =
        NpyFile.read(SharedData.require("reference/render_" + name + "_" + key + ".npy"));
    try (Workers workers = Workers.onAllProcessors()) {
      LoadedSplat splat = SplatFormats.read(folder.splatFile(), workers, Progress.NONE);
      try (CpuRasterizer rasterizer = new CpuRasterizer(splat.scene(), workers);
          SplattedView view = rasterizer.splat(folder.view(key).camera())) {
        double ratio = signalToNoise(expected.floats(), view.frame(new float[3]).rgb());
        assertThat(ratio).as("PSNR in dB").isGreaterThan(45);
      } finally {
        splat.scene().close();
      }
    }
  }

  /** Peak signal-to-noise ratio in dB, peak 1, values not clamped. */
  private static double signalToNoise(float[] expected, float[] actual) {
    assertThat(actual).hasSameSizeAs(expected);
    double squares = 0;
    for (int k = 0; k < expected.length; k++) {
      double difference = expected[k] - actual[k];
      squares += difference * difference;
    }
    return -10 * Math.log10(squares / expected.length);
  }
}
