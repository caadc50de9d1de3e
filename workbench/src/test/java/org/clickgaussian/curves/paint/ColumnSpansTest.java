package org.clickgaussian.curves.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.DoubleColumn;
import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against every point and every line looked at one by one. */
class ColumnSpansTest {
  @ParameterizedTest
  @CsvSource({
    "0,7,LINEAR",
    "1,7,LINEAR",
    "2,1,LINEAR",
    "13,7,LINEAR",
    "13,100,LINEAR",
    "4098,1,LINEAR",
    "4098,97,LINEAR",
    "4098,1000,LINEAR",
    "13,50,LOGARITHMIC",
    "4098,97,LOGARITHMIC",
    "300,1000,LOGARITHMIC"
  })
  void findsWhatBruteForceFinds(int points, int columns, AxisScale scale) {
    RandomStream random = new RandomStream(4, "spans", points + columns);
    DoubleColumn x = new DoubleColumn();
    DoubleColumn y = new DoubleColumn();
    double at = 1;
    for (int i = 0; i < points; i++) {
      at += random.nextInt(3);
      x.add(at);
      y.add(random.nextInt(20) == 0 ? Double.NaN : random.nextInt(2000) / 10.0 - 20);
    }
    Curve curve = new Curve(x, y);
    double last = points == 0 ? 2 : at + 1;
    AxisRange[] ranges = {
      new AxisRange(scale, scale.place(1), scale.place(last)),
      new AxisRange(scale, scale.place(last * 0.31), scale.place(last * 0.34)),
      new AxisRange(scale, scale.place(0.5), scale.place(3 * last)),
      new AxisRange(scale, scale.place(2 * last), scale.place(3 * last))
    };
    for (AxisRange across : ranges) {
      check(curve, across, scale, columns);
    }
  }

  @Test
  void findsPositionsFromAnywhere() {
    DoubleColumn x = DoubleColumn.of(1, 2, 2, 2, 5, 8, 8, 13);
    for (int from = 0; from <= x.size(); from++) {
      for (double value = 0; value < 15; value += 0.5) {
        int expected = from;
        while (expected < x.size() && x.get(expected) < value) {
          expected++;
        }
        assertThat(x.firstNotBelow(value, from)).isEqualTo(expected);
      }
    }
  }

  private static void check(Curve curve, AxisRange across, AxisScale up, int columns) {
    ColumnSpans spans = new ColumnSpans();
    spans.lay(curve, across, up, columns);
    for (int column = 0; column < columns; column++) {
      double left = across.placeAt(column / (double) columns);
      double right = across.placeAt((column + 1.0) / columns);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < curve.size(); i++) {
        double x = across.scale().place(curve.x().get(i));
        double y = up.place(curve.y().get(i));
        if (x >= left - 1e-9 && x < right - 1e-9 && Double.isFinite(y)) {
          low = Math.min(low, y);
          high = Math.max(high, y);
        }
        double before = i == 0 ? Double.NaN : across.scale().place(curve.x().get(i - 1));
        for (double border : new double[] {left, right}) {
          double crossing =
              before < border && x >= border
                  ? up.place(curve.y().get(i - 1))
                      + (border - before) / (x - before) * (y - up.place(curve.y().get(i - 1)))
                  : Double.NaN;
          if (Double.isFinite(crossing)) {
            low = Math.min(low, crossing);
            high = Math.max(high, crossing);
          }
        }
      }
      assertThat(spans.isEmpty(column)).isEqualTo(low > high);
      if (low <= high) {
        assertThat(spans.low(column)).isCloseTo(low, within(1e-6));
        assertThat(spans.high(column)).isCloseTo(high, within(1e-6));
      }
    }
  }
}
