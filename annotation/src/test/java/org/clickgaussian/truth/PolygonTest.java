package org.clickgaussian.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clickgaussian.mask.BitMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolygonTest {
  @Test
  void aSquareWithAHoleLeavesTheHoleOut() {
    double[] outer = {1, 1, 9, 1, 9, 9, 1, 9};
    double[] hole = {3, 3, 3, 6, 6, 6, 6, 3};
    BitMask mask = new Polygon(List.of(outer, hole)).fill(12, 10);
    for (int y = 0; y < 10; y++) {
      for (int x = 0; x < 12; x++) {
        boolean inOuter = x >= 1 && x < 9 && y >= 1 && y < 9;
        boolean inHole = x >= 3 && x < 6 && y >= 3 && y < 6;
        assertThat(mask.get(x, y)).as("%d, %d", x, y).isEqualTo(inOuter && !inHole);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "13,7", "64,64", "207,33"})
  void pixelsAreInsideIfTheirCentreSeesAnOddNumberOfEdges(int width, int height) {
    Random random = new Random(11);
    for (int i = 0; i < 30; i++) {
      Polygon polygon = randomPolygon(random, width, height);
      BitMask mask = polygon.fill(width, height);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          assertThat(mask.get(x, y)).isEqualTo(isInside(polygon, x + 0.5, y + 0.5));
        }
      }
    }
  }

  @Test
  void neighboursShareNoPixelAndLeaveNoGap() {
    // The common edge passes through pixel centres.
    Polygon left = new Polygon(List.of(new double[] {0, 0, 2.5, 0, 6.5, 8, 0, 8}));
    Polygon right = new Polygon(List.of(new double[] {2.5, 0, 10, 0, 10, 8, 6.5, 8}));
    BitMask a = left.fill(10, 8);
    BitMask b = right.fill(10, 8);
    assertThat(a.intersectionArea(b)).isZero();
    assertThat(a.unionArea(b)).isEqualTo(80);
  }

  @Test
  void whatReachesBeyondTheImageIsCut() {
    double far = Polygon.FARTHEST;
    BitMask mask =
        new Polygon(List.of(new double[] {-far, -far, far, -far, far, far, -far, far})).fill(13, 7);
    assertThat(mask.area()).isEqualTo(13 * 7);
    assertThat(new Polygon(List.of(new double[] {20, 0, 30, 0, 30, 7})).fill(13, 7).area())
        .isZero();
    assertThat(new Polygon(List.of()).fill(13, 7).area()).isZero();
  }

  @Test
  void ringsThatAreNoneAreRefused() {
    for (double[] ring :
        new double[][] {{}, {1, 1, 2, 2}, {1, 1, 2, 2, 3}, {0, 0, 1, 1, Double.NaN, 2}}) {
      assertThatThrownBy(() -> new Polygon(List.of(ring)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Polygon randomPolygon(Random random, int width, int height) {
    List<double[]> rings = new ArrayList<>();
    for (int ring = random.nextInt(3); ring >= 0; ring--) {
      double[] points = new double[2 * (3 + random.nextInt(8))];
      for (int i = 0; i < points.length; i += 2) {
        points[i] = (random.nextDouble() * 1.4 - 0.2) * width;
        points[i + 1] = (random.nextDouble() * 1.4 - 0.2) * height;
      }
      rings.add(points);
    }
    return new Polygon(rings);
  }

  /** Counts the edges that a ray to the left crosses, edge by edge. */
  private static boolean isInside(Polygon polygon, double x, double y) {
    boolean inside = false;
    for (double[] ring : polygon.rings()) {
      for (int i = 0; i < ring.length; i += 2) {
        int j = (i + 2) % ring.length;
        boolean crosses = ring[i + 1] <= y != ring[j + 1] <= y;
        double share = (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
        inside ^= crosses && ring[i] + share * (ring[j] - ring[i]) <= x;
      }
    }
    return inside;
  }
}
