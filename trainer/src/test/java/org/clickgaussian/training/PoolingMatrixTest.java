package org.clickgaussian.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.Test;

/**
 * Holds the sparse product against rendering every pixel and averaging (Eq. 6 as it is written).
 */
class PoolingMatrixTest {
  @Test
  void theSparseProductIsTheMeanOfRenderedFeatures() {
    try (TinyTraining training = new TinyTraining(700, 2);
        PoolingMatrix matrix = new PoolingMatrix();
        FeatureField field =
            InitialFeatures.draw(700, FeatureLayout.PAPER, 5, training.workers())) {
      for (int v = 0; v < 4; v++) {
        addView(training, matrix, v, 1);
      }
      for (Level level : Level.values()) {
        PooledFeatures pooled = matrix.pool(field, level, training.workers());
        assertThat(pooled.vectors()).hasSize(pooled.count() * pooled.dimensions());
        int row = 0;
        for (int v = 0; v < 4; v++) {
          row = compareView(training, field, level, pooled, v, row);
        }
        assertThat(row).isEqualTo(pooled.count()).isGreaterThan(4);
      }
    }
  }

  private static void addView(TinyTraining training, PoolingMatrix matrix, int v, int smallest) {
    View view = training.scene().views().get(v);
    TwoLevelMasks masks = training.scene().masks().masks(view).orElseThrow();
    try (SplattedView splatted = training.scene().rasterizer().splat(view.camera())) {
      matrix.add(new SegmentPooling(splatted, 700, smallest).pool(v, masks));
    }
  }

  private static int compareView(
      TinyTraining training,
      FeatureField field,
      Level level,
      PooledFeatures pooled,
      int v,
      int first) {
    View view = training.scene().views().get(v);
    TwoLevelMasks masks = training.scene().masks().masks(view).orElseThrow();
    SegmentMap map = level == Level.COARSE ? masks.coarse() : masks.fine();
    int dimensions = field.layout().dimensions();
    float[] rendered;
    try (SplattedView splatted = training.scene().rasterizer().splat(view.camera())) {
      rendered = splatted.channels(field.table(), dimensions);
    }
    for (int segment = 1; segment <= map.count(); segment++) {
      double[] mean = new double[pooled.dimensions()];
      for (int pixel = 0; pixel < map.segments().length; pixel++) {
        for (int d = 0; d < mean.length && map.segments()[pixel] == segment; d++) {
          mean[d] += rendered[pixel * dimensions + field.layout().from(level) + d];
        }
      }
      double norm = Math.sqrt(Arrays.stream(mean).map(x -> x * x).sum());
      int row = first + segment - 1;
      assertThat(pooled.views()[row]).isEqualTo(v);
      for (int d = 0; d < mean.length; d++) {
        // Float blend weights summed in another order: a few units of the last place of a float.
        assertThat((double) pooled.vectors()[row * mean.length + d])
            .isCloseTo(norm == 0 ? 0 : mean[d] / norm, Offset.offset(2e-5));
      }
    }
    return first + map.count();
  }

  @Test
  void smallSegmentsAreLeftOut() {
    try (TinyTraining training = new TinyTraining(700, 1);
        PoolingMatrix all = new PoolingMatrix();
        PoolingMatrix large = new PoolingMatrix()) {
      addView(training, all, 0, 1);
      addView(training, large, 0, 24 * 17);
      assertThat(all.segments(Level.FINE)).isEqualTo(4);
      // The upper quarters lose two unlabelled rows: 24 · 16 pixels.
      assertThat(large.segments(Level.FINE)).isEqualTo(2);
      assertThat(large.segments(Level.COARSE)).isEqualTo(2);
    }
  }
}
