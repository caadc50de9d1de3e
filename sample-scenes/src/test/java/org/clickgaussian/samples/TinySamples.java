package org.clickgaussian.samples;

import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Sample scenes that are made in a moment. */
final class TinySamples {
  static final SampleSettings SETTINGS = new SampleSettings(5, 3000, 3, 96, 72, 0.2);

  private TinySamples() {}

  static SampleScene generate(SampleSettings settings, int threads) {
    try (Workers workers = Workers.of(threads)) {
      return SampleScene.generate(settings, workers, Progress.NONE);
    }
  }

  static LabelImage labels(SampleScene sample, int view) {
    try (Workers workers = Workers.of(2);
        Rasterizer rasterizer = new CpuRasterizer(sample.gaussians(), workers);
        SplattedView splatted = rasterizer.splat(sample.views().get(view).camera())) {
      return LabelImage.of(splatted, sample);
    }
  }
}
