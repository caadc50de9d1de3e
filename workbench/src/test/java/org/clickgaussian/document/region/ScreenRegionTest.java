package org.clickgaussian.document.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.clickgaussian.mask.BitMask;
import org.junit.jupiter.api.Test;

class ScreenRegionTest {
  private static final int WIDTH = 33;
  private static final int HEIGHT = 21;

  @Test
  void aRectangleHoldsThePixelsWhoseCentresItHolds() {
    Random random = new Random(4);
    for (int round = 0; round < 50; round++) {
      double[] c = random.doubles(4, -10, 50).toArray();
      BitMask mask = ScreenRegion.rectangle(c[0], c[1], c[2], c[3], WIDTH, HEIGHT);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          boolean inside =
              x + 0.5 >= Math.min(c[0], c[2])
                  && x + 0.5 < Math.max(c[0], c[2])
                  && y + 0.5 >= Math.min(c[1], c[3])
                  && y + 0.5 < Math.max(c[1], c[3]);
          assertThat(mask.get(x, y)).isEqualTo(inside);
        }
      }
    }
  }

  @Test
  void aBrushCoversWhatIsWithinItsRadiusOfTheLine() {
    double[] line = {-4, 3, 12, 9, 30, 9.5};
    BitMask mask = ScreenRegion.brush(line, 4.2, WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 20000; k++) {
          double t = k / 10000.0;
          int segment = t < 1 ? 0 : 2;
          double share = t < 1 ? t : t - 1;
          double px = line[segment] + share * (line[segment + 2] - line[segment]);
          double py = line[segment + 1] + share * (line[segment + 3] - line[segment + 1]);
          nearest = Math.min(nearest, Math.hypot(x + 0.5 - px, y + 0.5 - py));
        }
        if (Math.abs(nearest - 4.2) > 1e-3) {
          assertThat(mask.get(x, y)).isEqualTo(nearest < 4.2);
        }
      }
    }
  }

  @Test
  void oneDabIsACircleAndALineOfTwoPointsSurroundsNothing() {
    assertThat(ScreenRegion.brush(new double[] {10.5, 10.5}, 1, WIDTH, HEIGHT).area()).isEqualTo(5);
    assertThat(ScreenRegion.lasso(new double[] {1, 1, 20, 20}, WIDTH, HEIGHT).area()).isZero();
    double[] triangle = {0, 0, 10, 0, 0, 10};
    assertThat(ScreenRegion.lasso(triangle, WIDTH, HEIGHT).area()).isBetween(45L, 55L);
  }
}
