package org.clickgaussian.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class LabelImageTest {
  /** Sums of the same weights in another order may differ in the last bits. */
  private static final double ROUNDING = 1e-5;

  @Test
  void labelsAreThoseWithTheLargestShares() {
    try (SampleScene sample = TinySamples.generate(TinySamples.SETTINGS, 2);
        Workers workers = Workers.of(2);
        Rasterizer rasterizer = new CpuRasterizer(sample.gaussians(), workers);
        SplattedView view = rasterizer.splat(sample.views().get(1).camera())) {
      LabelImage image = LabelImage.of(view, sample);
      int[] pixels = new int[image.objects().length];
      for (int pixel = 0; pixel < pixels.length; pixel++) {
        pixels[pixel] = pixel;
      }
      try (BlendWeights weights = view.blendWeights(pixels)) {
        for (int pixel = 0; pixel < pixels.length; pixel++) {
          check(sample, image, weights, pixel);
        }
      }
    }
  }

  private static void check(SampleScene sample, LabelImage image, BlendWeights weights, int pixel) {
    SampleLabels labels = sample.labels();
    double[] objects = new double[labels.objects().size() + 1];
    double[] parts = new double[labels.parts().size() + 1];
    double[] subParts = new double[sample.subParts().count() + 1];
    double alpha = 0;
    for (long e = weights.rowStart(pixel); e < weights.rowStart(pixel + 1); e++) {
      int gaussian = weights.gaussian(e);
      objects[sample.objectOf(gaussian)] += weights.weight(e);
      parts[sample.partOf(gaussian)] += weights.weight(e);
      subParts[sample.subParts().ofGaussian()[gaussian]] += weights.weight(e);
      alpha += weights.weight(e);
    }
    int object = image.objects()[pixel];
    int part = image.parts()[pixel];
    int subPart = image.subParts()[pixel];
    if (object == 0) {
      assertThat(alpha).isLessThan(0.5 + ROUNDING);
      assertThat(part).isZero();
      assertThat(subPart).isZero();
      return;
    }
    assertThat(alpha).isGreaterThan(0.5 - ROUNDING);
    assertThat(labels.objectOf(part)).isEqualTo(object);
    assertThat(sample.subParts().partOf()[subPart]).isEqualTo(part);
    for (int other = 1; other < objects.length; other++) {
      assertThat(objects[other]).isLessThan(objects[object] + ROUNDING);
    }
    for (int other = 1; other < parts.length; other++) {
      if (labels.objectOf(other) == object) {
        assertThat(parts[other]).isLessThan(parts[part] + ROUNDING);
      }
    }
    for (int other = 1; other < subParts.length; other++) {
      if (sample.subParts().partOf()[other] == part) {
        assertThat(subParts[other]).isLessThan(subParts[subPart] + ROUNDING);
      }
    }
  }
}
