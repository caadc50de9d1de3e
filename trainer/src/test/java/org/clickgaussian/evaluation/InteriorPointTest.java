package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.clickgaussian.mask.BitMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteriorPointTest {
  private static long squaredDistance(BitMask mask, int x, int y) {
    long least = Long.MAX_VALUE;
    for (int v = -1; v <= mask.height(); v++) {
      for (int u = -1; u <= mask.width(); u++) {
        boolean inImage = u >= 0 && u < mask.width() && v >= 0 && v < mask.height();
        if (!inImage || !mask.get(u, v)) {
          least = Math.min(least, (long) (u - x) * (u - x) + (long) (v - y) * (v - y));
        }
      }
    }
    return least;
  }

  @ParameterizedTest
  @CsvSource({"1,1,1.0", "13,1,1.0", "1,13,0.9", "20,15,1.0", "20,15,0.9", "31,40,0.97", "9,9,0.3"})
  void isTheDeepestOfAllPixels(int width, int height, double density) {
    Random random = new Random(width * 31L + height);
    BitMask mask = new BitMask(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (random.nextDouble() < density) {
          mask.set(x, y);
        }
      }
    }
    long deepest = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        deepest = Math.max(deepest, squaredDistance(mask, x, y));
      }
    }
    InteriorPoint point = InteriorPoint.of(mask).orElseThrow();
    assertThat(point.squaredDistance()).isEqualTo(deepest);
    assertThat(squaredDistance(mask, point.x(), point.y())).isEqualTo(deepest);
  }

  @Test
  void anEmptyMaskHasNone() {
    assertThat(InteriorPoint.of(new BitMask(7, 5))).isEmpty();
  }

  @Test
  void liesInTheMiddleOfASquare() {
    InteriorPoint point =
        InteriorPoint.of(MaskComparisonTest.box(40, 30, 10, 5, 21, 16)).orElseThrow();
    assertThat(point).isEqualTo(new InteriorPoint(15, 10, 36));
  }
}
