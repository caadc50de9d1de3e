package org.clickgaussian.curves.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinMaxPyramidTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 13, 64, 65, 513, 4098})
  void findsWhatALoopFinds(int size) {
    RandomStream random = new RandomStream(1, "pyramid", size);
    DoubleColumn column = new DoubleColumn();
    MinMaxPyramid pyramid = new MinMaxPyramid(column);
    for (int i = 0; i < size; i++) {
      column.add(number(random));
      if (random.nextInt(5) == 0) {
        pyramid.follow();
      }
    }
    pyramid.follow();
    for (int repetition = 0; repetition < 300; repetition++) {
      int one = random.nextInt(size + 1);
      int other = random.nextInt(size + 1);
      check(column, pyramid, Math.min(one, other), Math.max(one, other));
    }
    check(column, pyramid, 0, size);
  }

  private static double number(RandomStream random) {
    return switch (random.nextInt(12)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> Double.NEGATIVE_INFINITY;
      default -> random.nextInt(2001) / 7.0 - 100;
    };
  }

  private static void check(DoubleColumn column, MinMaxPyramid pyramid, int from, int to) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(column.get(i))) {
        low = Math.min(low, column.get(i));
        high = Math.max(high, column.get(i));
      }
    }
    assertThat(pyramid.look(from, to)).isEqualTo(low <= high);
    assertThat(pyramid.low()).isEqualTo(low);
    assertThat(pyramid.high()).isEqualTo(high);
  }
}
