package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.Test;

class ViewPoolTest {
  private static ViewPool pool(TinyTraining training, TrainingSettings settings, int counter) {
    View view = training.scene().views().getFirst();
    return ViewPool.draw(
        training.scene().masks().masks(view).orElseThrow(),
        settings,
        new RandomStream(9, "pool", counter));
  }

  @Test
  void samplesAreDistinctLabelledAndFollowedByUniformOnes() {
    TrainingSettings settings = TinyTraining.settings(1);
    try (TinyTraining training = new TinyTraining(500, 1)) {
      ViewPool pool = pool(training, settings, 0);
      PixelSample sample = pool.sample(settings, new RandomStream(1, "pixels", 0));
      assertThat(sample.contrastivePixels()).isEqualTo(120);
      assertThat(sample.rows()).hasSize(150);
      assertThat(Arrays.copyOf(sample.rows(), 120)).doesNotHaveDuplicates();
      assertThat(Arrays.stream(sample.rows(), 0, 120)).allMatch(row -> row < pool.labelledRows());
      assertThat(Arrays.stream(sample.rows(), 120, 150))
          .allMatch(row -> row >= pool.labelledRows());
      assertThat(sample.coarseSegments()).doesNotContain(0).contains(1, 2);
      assertThat(sample.fineSegments()).doesNotContain(0).contains(1, 2, 3, 4);
    }
  }

  @Test
  void aPoolSmallerThanTheSampleGivesAllItHas() {
    TrainingSettings settings =
        TinyTraining.settings(1).with(Hyperparameter.SAMPLED_PIXELS, 100_000);
    try (TinyTraining training = new TinyTraining(500, 1)) {
      ViewPool pool = pool(training, settings, 0);
      PixelSample sample = pool.sample(settings, new RandomStream(1, "pixels", 0));
      assertThat(sample.contrastivePixels()).isEqualTo(48 * 34);
    }
  }

  /**
   * Eq. 11 over all pixels of a view is the mean over draws of its estimate on the uniform ones.
   */
  @Test
  void theRenderedNormIsEstimatedWithoutBias() {
    TrainingSettings settings =
        TinyTraining.settings(1)
            .with(Hyperparameter.UNIFORM_PIXELS, 200)
            .with(Hyperparameter.POOL_FACTOR, 3);
    try (TinyTraining training = new TinyTraining(500, 2);
        SplattedView view = splat(training);
        FeatureField field =
            InitialFeatures.draw(500, FeatureLayout.PAPER, 5, training.workers())) {
      double full = fullSum(training, field);
      int draws = 300;
      double sum = 0;
      double squares = 0;
      for (int draw = 0; draw < draws; draw++) {
        ViewPool pool = pool(training, settings, draw);
        try (BlendWeights weights = view.blendWeights(pool.pixels())) {
          PixelSample sample = pool.sample(settings, new RandomStream(2, "pixels", draw));
          double estimate = estimate(weights, sample, field);
          sum += estimate;
          squares += estimate * estimate;
        }
      }
      double mean = sum / draws;
      double error = Math.sqrt((squares / draws - mean * mean) / draws);
      assertThat(mean).isCloseTo(full, Offset.offset(4 * error));
      // The check has teeth: the error of the mean is far below the value itself.
      assertThat(error).isLessThan(0.02 * full);
    }
  }

  private static SplattedView splat(TinyTraining training) {
    View view = training.scene().views().getFirst();
    return training.scene().rasterizer().splat(view.camera());
  }

  private static double fullSum(TinyTraining training, FeatureField field) {
    try (SplattedView splatted = splat(training)) {
      float[] rendered = splatted.channels(field.table(), 24);
      double sum = 0;
      for (int pixel = 0; pixel < rendered.length / 24; pixel++) {
        double[] feature = new double[24];
        for (int d = 0; d < 24; d++) {
          feature[d] = rendered[24 * pixel + d];
        }
        sum += deviation(feature);
      }
      return sum / (rendered.length / 24.0);
    }
  }

  private static double estimate(BlendWeights weights, PixelSample sample, FeatureField field) {
    double sum = 0;
    int uniform = sample.rows().length - sample.contrastivePixels();
    for (int p = sample.contrastivePixels(); p < sample.rows().length; p++) {
      int row = sample.rows()[p];
      double[] feature = new double[24];
      for (long e = weights.rowStart(row); e < weights.rowStart(row + 1); e++) {
        for (int d = 0; d < 24; d++) {
          feature[d] += weights.weight(e) * field.get(weights.gaussian(e), d);
        }
      }
      sum += deviation(feature);
    }
    return sum / uniform;
  }

  private static double deviation(double[] feature) {
    double coarse = 0;
    double all = 0;
    for (int d = 0; d < 24; d++) {
      coarse += d < 12 ? feature[d] * feature[d] : 0;
      all += feature[d] * feature[d];
    }
    return Math.pow(Math.sqrt(coarse) - 1, 2) + Math.pow(Math.sqrt(all) - Math.sqrt(2), 2);
  }
}
