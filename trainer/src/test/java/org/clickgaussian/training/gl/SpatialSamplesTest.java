package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.loss.GaussianSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialSamplesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void samplesDrawnAheadAreThoseOfTheProcessor(int threads) {
    try (SpatialSamples samples = new SpatialSamples(4098, 1000, threads)) {
      samples.foresee(5, 6, 7);
      samples.foresee(6, 7, 8);
      for (long seed : new long[] {6, 5, 8, 12, 6}) {
        boolean[] expected = new boolean[4098];
        GaussianSample.draw(expected, 1000, seed);
        int[] bits = samples.draw(seed);
        for (int i = 0; i < expected.length; i++) {
          assertThat((bits[i / 32] >>> i & 1) != 0).isEqualTo(expected[i]);
        }
      }
      assertThat(samples.size()).isEqualTo(1000);
    }
  }

  @Test
  void noBitsAreNeededWhereAllAreTaken() {
    try (SpatialSamples samples = new SpatialSamples(13, 100_000, 1)) {
      samples.foresee(1);
      assertThat(samples.isAll()).isTrue();
      assertThat(samples.size()).isEqualTo(13);
      assertThat(samples.draw(1)).isEmpty();
    }
  }
}
