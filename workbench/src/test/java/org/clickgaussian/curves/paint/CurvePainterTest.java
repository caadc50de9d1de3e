package org.clickgaussian.curves.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.DoubleColumn;
import org.junit.jupiter.api.Test;

class CurvePainterTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 20;
  private static final int RED = 0xFFFF0000;

  private final CurvePainter painter = new CurvePainter(new int[WIDTH * HEIGHT], WIDTH, HEIGHT);
  private final AxisRange across = new AxisRange(AxisScale.LINEAR, 0, WIDTH);
  private final AxisRange up = new AxisRange(AxisScale.LINEAR, 0, HEIGHT);

  private static Curve curve(double[] x, double[] y) {
    return new Curve(DoubleColumn.of(x), DoubleColumn.of(y));
  }

  private int alpha(int x, int y) {
    painter.finish();
    return painter.pixels()[y * WIDTH + x] >>> 24;
  }

  private double covered(int x) {
    double sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      sum += alpha(x, y) / 255.0;
    }
    return sum;
  }

  @Test
  void aLevelLineIsAsThickAsWanted() {
    painter.line(curve(new double[] {0, 40}, new double[] {10, 10}), across, up, RED, 2);
    for (int x = 2; x < WIDTH - 2; x++) {
      assertThat(covered(x)).isCloseTo(2, within(0.02));
      assertThat(painter.pixels()[9 * WIDTH + x]).isEqualTo(RED);
      assertThat(painter.pixels()[10 * WIDTH + x]).isEqualTo(RED);
    }
  }

  @Test
  void dashesHaveTheLengthsThatSvgGetsAndLeaveSteepLinesWhole() {
    LineDash dash = LineDash.of(LineDash.SHADES);
    assertThat(dash.lengths()).containsExactly(7.0, 3.0);
    assertThat(dash.words()).isEqualTo("7 3");
    Curve level = curve(new double[] {0, 40}, new double[] {10, 10});
    painter.line(level, across, up, RED, 1, dash, 1);
    for (int x = 0; x < WIDTH; x++) {
      if (x % 10 == 3) {
        assertThat(covered(x)).isCloseTo(1, within(0.02));
      }
      if (x % 10 == 8) {
        assertThat(covered(x)).isLessThan(0.35);
      }
    }
    painter.clear();
    painter.line(level, across, up, RED, 1, dash, 2);
    assertThat(covered(8)).isCloseTo(1, within(0.02));
    assertThat(covered(17)).isLessThan(0.35);
    painter.clear();
    Curve steep = curve(new double[] {0, 19, 20, 40}, new double[] {1, 1, 19, 19});
    painter.line(steep, across, up, RED, 1, LineDash.of(2 * LineDash.SHADES), 1);
    assertThat(covered(19)).isGreaterThan(13);
  }

  @Test
  void curvesOfOneRunAreToldApartByShadesAndDashes() {
    assertThat(LineDash.of(2).isWhole()).isTrue();
    assertThat(LineDash.of(3)).isNotEqualTo(LineDash.of(6)).isEqualTo(LineDash.of(5));
    assertThat(LineDash.of(12)).isEqualTo(LineDash.of(0));
  }

  @Test
  void aSlantingLineIsAsThickAcrossItself() {
    painter.line(curve(new double[] {0, 40}, new double[] {0, 20}), across, up, RED, 2);
    assertThat(covered(20)).isCloseTo(2 * Math.sqrt(1.25), within(0.35));
    assertThat(alpha(20, 10)).isGreaterThan(200);
    assertThat(alpha(20, 2)).isZero();
  }

  @Test
  void linesEndAtGaps() {
    painter.line(
        curve(new double[] {0, 10, 15, 20, 30}, new double[] {10, 10, Double.NaN, 10, 10}),
        across,
        up,
        RED,
        1.5);
    assertThat(covered(5)).isGreaterThan(1);
    assertThat(covered(15)).isZero();
    assertThat(covered(25)).isGreaterThan(1);
    assertThat(covered(35)).isZero();
  }

  @Test
  void aSinglePointIsADot() {
    painter.line(curve(new double[] {20}, new double[] {10}), across, up, RED, 1.5);
    assertThat(alpha(20, 10)).isEqualTo(255);
    assertThat(covered(20)).isGreaterThan(4);
    assertThat(covered(10)).isZero();
  }

  @Test
  void nothingIsPaintedForNothingAndForWhatLiesOutside() {
    painter.line(new Curve(new DoubleColumn(), new DoubleColumn()), across, up, RED, 1.5);
    painter.line(curve(new double[] {0, 40}, new double[] {90, 90}), across, up, RED, 1.5);
    painter.line(
        curve(new double[] {0, 40}, new double[] {Double.NaN, Double.NaN}), across, up, RED, 1.5);
    painter.line(
        curve(new double[] {0, 40}, new double[] {-1, 0}),
        across,
        new AxisRange(AxisScale.LOGARITHMIC, -1, 1),
        RED,
        1.5);
    painter.finish();
    assertThat(painter.pixels()).containsOnly(0);
  }

  @Test
  void hugeNumbersCrossThePictureFromEndToEnd() {
    painter.line(
        curve(new double[] {0, 20, 20.5, 40}, new double[] {10, 10, 1e300, 10}),
        across,
        up,
        RED,
        1.5);
    assertThat(covered(20)).isGreaterThan(7.5);
  }

  @Test
  void aNoisyCurveCoversItsWholeRangeAndNoMore() {
    DoubleColumn x = new DoubleColumn();
    DoubleColumn y = new DoubleColumn();
    for (int i = 0; i < 4000; i++) {
      x.add(i / 100.0);
      y.add(i % 2 == 0 ? 5 : 15);
    }
    painter.line(new Curve(x, y), across, up, RED, 1);
    for (int column = 2; column < WIDTH - 2; column++) {
      assertThat(covered(column)).isCloseTo(11, within(0.1));
    }
  }

  @Test
  void bandsLieBetweenTheirCurves() {
    Curve below = curve(new double[] {0, 40}, new double[] {5, 5});
    Curve above = curve(new double[] {0, 40}, new double[] {8, 8});
    painter.band(below, above, across, up, 0x80FF0000);
    assertThat(alpha(20, 20 - 7)).isEqualTo(128);
    assertThat(alpha(20, 20 - 9)).isZero();
    assertThat(covered(20)).isCloseTo(3 * 128 / 255.0, within(0.02));
    assertThat(painter.pixels()[13 * WIDTH + 20]).isEqualTo(0x80800000);
  }

  @Test
  void clearingLeavesNothing() {
    painter.line(curve(new double[] {0, 40}, new double[] {10, 10}), across, up, RED, 2);
    painter.clear();
    painter.finish();
    assertThat(painter.pixels()).containsOnly(0);
    assertThat(painter.written()).isPositive();
  }
}
