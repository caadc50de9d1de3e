package org.clickgaussian.curves.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.DoubleColumn;
import org.junit.jupiter.api.Test;

/** Ranges, ticks, and what is written of a chart. */
class AxisTest {
  private static AxisRange linear(double from, double to) {
    return new AxisRange(AxisScale.LINEAR, from, to);
  }

  private static List<String> labels(AxisRange range, int wanted) {
    return Ticks.of(range, wanted).stream().map(Ticks.Tick::label).toList();
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(labels(linear(0, 3000), 4)).containsExactly("0", "1000", "2000", "3000");
    assertThat(labels(linear(-0.31, 0.29), 3)).containsExactly("-0.2", "0", "0.2");
    assertThat(labels(linear(1.00001, 1.00003), 2))
        .containsExactly("1.00001", "1.00002", "1.00003");
    assertThat(labels(linear(0, 4e7), 2)).containsExactly("0", "2e7", "4e7");
    assertThat(labels(new AxisRange(AxisScale.LOGARITHMIC, -4, 2), 6))
        .containsExactly("0.0001", "0.001", "0.01", "0.1", "1", "10", "100");
    assertThat(labels(new AxisRange(AxisScale.LOGARITHMIC, 0, 1), 5))
        .containsExactly("1", "2", "5", "10");
    assertThat(labels(new AxisRange(AxisScale.LOGARITHMIC, Math.log10(2), Math.log10(3)), 2))
        .containsExactly("2", "2.5", "3");
  }

  @Test
  void zoomKeepsWhatIsUnderThePointer() {
    AxisRange range = linear(10, 20).zoomed(0.25, 0.5);
    assertThat(range).isEqualTo(linear(11.25, 16.25));
    assertThat(range.valueAt(0.25)).isEqualTo(12.5);
    assertThat(linear(0, 10).moved(0.5)).isEqualTo(linear(5, 15));
    assertThat(linear(0, 10).part(0.8, 0.2)).isEqualTo(linear(2, 8));
  }

  @Test
  void zoomEndsBeforeNumbersDo() {
    AxisRange range = linear(1000, 1001);
    for (int i = 0; i < 500; i++) {
      range = range.zoomed(0.3, 0.5);
    }
    assertThat(range.to() - range.from()).isGreaterThan(1e-8);
    for (int i = 0; i < 5000; i++) {
      range = range.zoomed(0.3, 2);
    }
    assertThat(range.to() - range.from()).isFinite();
    assertThat(linear(5, 6).part(0.4, 0.4)).isEqualTo(linear(5, 6));
  }

  @Test
  void rangesAroundNothingOneNumberAndHugeOnes() {
    assertThat(
            AxisRange.around(
                AxisScale.LINEAR, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0))
        .isEqualTo(linear(0, 1));
    assertThat(AxisRange.around(AxisScale.LINEAR, 0, 0, 0)).isEqualTo(linear(-0.5, 0.5));
    assertThat(AxisRange.around(AxisScale.LINEAR, 8, 8, 0)).isEqualTo(linear(4, 12));
    assertThat(AxisRange.around(AxisScale.LINEAR, -Double.MAX_VALUE, Double.MAX_VALUE, 0))
        .isEqualTo(linear(0, 1));
    assertThat(AxisRange.around(AxisScale.LINEAR, 0, 10, 0.1)).isEqualTo(linear(-1, 11));
  }

  private static ChartContent chart(String run, double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1;
    }
    Curve curve = new Curve(DoubleColumn.of(x), DoubleColumn.of(y));
    List<DrawnCurve> curves =
        List.of(new DrawnCurve(run, "loss", 0, 0, curve, Optional.empty(), Optional.empty()));
    AxisRange across = ChartContent.wholeWidth(curves, AxisScale.LINEAR);
    return new ChartContent(
        "Loss & more",
        "iteration",
        curves,
        List.of(new ChartMark(2, "a < b", 0)),
        across,
        ChartContent.fittingHeight(curves, across, AxisScale.LINEAR));
  }

  @Test
  void chartsFitTheirCurvesAndReadThem() {
    ChartContent chart = chart("one", 4, Double.NaN, 6, Double.POSITIVE_INFINITY);
    assertThat(chart.across()).isEqualTo(linear(1, 4));
    assertThat(chart.up().from()).isCloseTo(4 - 0.08, within(1e-9));
    assertThat(chart.up().to()).isCloseTo(6 + 0.08, within(1e-9));
    assertThat(chart.readingsAt(2.9).getFirst().value()).isEqualTo(6);
    assertThat(chart.readingsAt(-5).getFirst().value()).isEqualTo(4);
    assertThat(chart("none").readingsAt(1)).isEmpty();
    assertThat(chart("none").across()).isEqualTo(linear(0, 1));
  }

  @Test
  void writesTablesAndDrawings() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CurveTable.write(List.of(chart("one, \"two\"", 4, Double.NaN)), bytes);
    assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(
            """
            chart,run,curve,iteration,value,smoothed,deviation
            Loss & more,"one, ""two""\",loss,1.0,4.0,,
            Loss & more,"one, ""two""\",loss,2.0,NaN,,
            """);
    String svg =
        SvgChart.of(
            List.of(chart("one", 1, 2, Double.NaN, 3), chart("none")),
            drawn -> 0x12ab34,
            DrawnCurve::run);
    assertThat(svg).contains("Loss &amp; more", "#12ab34", "a &lt; b").doesNotContain("NaN");
    assertThat(svg.split("M", -1).length).isGreaterThan(4);
  }
}
