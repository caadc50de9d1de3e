package org.clickgaussian.splat.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels in one pass and in several, in rows of whole vectors and in others. */
class GlChannelsTest {
  /** Sums of about 40 products, in another order. */
  private static final Offset<Float> ROUNDING = within(2e-5f);

  private static final Camera CAMERA = TinyScenes.orbitCamera(61, 45, 0.4);
  private static final int PIXELS = 61 * 45;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 24, 65, 68})
  void anyNumberOfChannelsIsTheProductWithTheWeights(int channels) {
    try (GlContext context = GlTestContext.open();
        Workers workers = Workers.of(2);
        Arena arena = Arena.ofShared();
        GaussianScene scene = TinyScenes.random(700, 21, 0);
        GlRasterizer rasterizer = new GlRasterizer(context, scene, workers);
        GlSplattedView view = rasterizer.splat(CAMERA)) {
      MemorySegment table = arena.allocate(4L * channels * scene.count());
      for (int k = 0; k < channels * scene.count(); k++) {
        table.setAtIndex(ValueLayout.JAVA_FLOAT, k, (float) Math.sin(k));
      }
      try (BlendWeights weights = view.blendWeights(IntStream.range(0, PIXELS).toArray());
          GlBuffer onDevice = rasterizer.uploadTable(table, channels)) {
        float[] image = view.channels(table, channels);
        assertThat(image).containsExactly(product(weights, table, channels), ROUNDING);
        assertThat(view.channels(onDevice, channels)).isEqualTo(image);
      }
    }
  }

  private static float[] product(BlendWeights weights, MemorySegment table, int channels) {
    float[] result = new float[weights.rows() * channels];
    for (int row = 0; row < weights.rows(); row++) {
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (long e = weights.rowStart(row); e < weights.rowStart(row + 1); e++) {
          long value = (long) weights.gaussian(e) * channels + c;
          sum += weights.weight(e) * table.getAtIndex(ValueLayout.JAVA_FLOAT, value);
        }
        result[row * channels + c] = (float) sum;
      }
    }
    return result;
  }
}
