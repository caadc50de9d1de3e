package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianSampleTest {
  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "1,1", "13,5", "207,207", "207,300", "4098,1000"})
  void takesExactlyAsManyAsAsked(int count, int wanted) {
    boolean[] chosen = new boolean[count];
    GaussianSample.draw(chosen, wanted, 3);
    assertThat(taken(chosen)).isEqualTo(Math.min(count, wanted));
  }

  @Test
  void takesEveryElementEquallyOften() {
    int[] times = new int[40];
    boolean[] chosen = new boolean[40];
    for (int seed = 0; seed < 8000; seed++) {
      GaussianSample.draw(chosen, 10, seed);
      for (int i = 0; i < times.length; i++) {
        times[i] += chosen[i] ? 1 : 0;
      }
    }
    for (int count : times) {
      // Five standard deviations of a binomial: sqrt(8000 · 0.25 · 0.75) is 39.
      assertThat((double) count).isCloseTo(2000, within(195.0));
    }
  }

  private static int taken(boolean[] chosen) {
    int taken = 0;
    for (boolean one : chosen) {
      taken += one ? 1 : 0;
    }
    return taken;
  }
}
