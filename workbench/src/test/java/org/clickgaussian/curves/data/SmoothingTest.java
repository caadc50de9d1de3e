package org.clickgaussian.curves.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {
  /** The formula as a sum: Σ w^(n-i) (1 - w) y_i / (1 - w^n). */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.6, 0.9, 0.999})
  void isTheWeightedMeanOfAllSoFar(double weight) {
    RandomStream random = new RandomStream(2, "smoothing", 0);
    double[] values = new double[301];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(1000) / 100.0 - 3;
    }
    DoubleColumn smoothed = new Smoothing(DoubleColumn.of(values), weight).follow();
    for (int n = 0; n < values.length; n++) {
      double sum = 0;
      double weights = 0;
      for (int i = 0; i <= n; i++) {
        double share = Math.pow(weight, n - i);
        sum += share * values[i];
        weights += share;
      }
      assertThat(smoothed.get(n)).isCloseTo(sum / weights, within(1e-9));
    }
  }

  @Test
  void firstNumberAndConstantsStayAsTheyAre() {
    DoubleColumn smoothed = new Smoothing(DoubleColumn.of(4, 4, 4, 4), 0.95).follow();
    for (int i = 0; i < 4; i++) {
      assertThat(smoothed.get(i)).isCloseTo(4, within(1e-12));
    }
  }

  @Test
  void gapsStayGapsAndDoNotCount() {
    DoubleColumn with =
        new Smoothing(
                DoubleColumn.of(Double.NaN, 1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3), 0.5)
            .follow();
    DoubleColumn without = new Smoothing(DoubleColumn.of(1, 2, 3), 0.5).follow();
    assertThat(with.get(0)).isNaN();
    assertThat(with.get(2)).isNaN();
    assertThat(with.get(4)).isNaN();
    assertThat(new double[] {with.get(1), with.get(3), with.get(5)})
        .containsExactly(without.get(0), without.get(1), without.get(2));
  }

  @Test
  void goesOnWhereItStopped() {
    DoubleColumn source = DoubleColumn.of(1, 5);
    Smoothing smoothing = new Smoothing(source, 0.7);
    smoothing.follow();
    source.add(-2);
    assertThat(smoothing.follow().last())
        .isEqualTo(new Smoothing(DoubleColumn.of(1, 5, -2), 0.7).follow().last());
  }

  @Test
  void refusesWeightsThatWouldNeverMove() {
    assertThatThrownBy(() -> new Smoothing(new DoubleColumn(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
