package org.clickgaussian.features.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.space.SimilarityMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
  private static final float[] POINTS = {0, 0, 9, 4, 0, 9, 4, 2, 9};

  @Test
  void allPointsAreSeenAndZoomingKeepsThePixelUnderThePointer() {
    PlotView view = PlotView.fit(POINTS, 3, 200, 100);
    PlottedPoints plotted = PlottedPoints.of(POINTS, 3, view);
    for (int i = 0; i < 3; i++) {
      assertThat(plotted.columns()[i]).isBetween(1.0, 199.0);
      assertThat(plotted.rows()[i]).isBetween(1.0, 99.0);
    }
    assertThat(plotted.rows()[2]).isLessThan(plotted.rows()[1]);
    PlotView closer = view.zoomed(plotted.columns()[1], plotted.rows()[1], 3);
    assertThat(closer.column(4)).isCloseTo(plotted.columns()[1], within(1e-9));
    assertThat(closer.row(0)).isCloseTo(plotted.rows()[1], within(1e-9));
    PlotView moved = view.moved(7, -5);
    assertThat(moved.column(4)).isCloseTo(plotted.columns()[1] + 7, within(1e-9));
    assertThat(moved.row(0)).isCloseTo(plotted.rows()[1] - 5, within(1e-9));
  }

  @Test
  void noPointsAndOnePointAreNoTrouble() {
    assertThat(PlotView.fit(new float[0], 2, 10, 10).scale()).isEqualTo(1);
    PlotView one = PlotView.fit(new float[] {3, 4}, 2, 10, 10);
    assertThat(one.column(3)).isEqualTo(5);
    assertThat(one.row(4)).isEqualTo(5);
  }

  @Test
  void theNearestPointInReachIsFoundAndALassoHoldsWhatIsInside() {
    PlottedPoints points =
        new PlottedPoints(new double[] {10, 50, 52, Double.NaN}, new double[] {10, 50, 50, 3});
    assertThat(points.nearest(50.4, 50, 8)).isEqualTo(1);
    assertThat(points.nearest(51.6, 50, 8)).isEqualTo(2);
    assertThat(points.nearest(30, 30, 8)).isEqualTo(-1);
    double[] around = {45, 45, 60, 45, 60, 60, 45, 60};
    assertThat(points.inside(around, 100, 100).stream().toArray()).containsExactly(1, 2);
    assertThat(points.inside(new double[] {1, 1, 2, 2}, 100, 100).isEmpty()).isTrue();
  }

  @Test
  void markedPointsStandOutAndNothingIsPaintedOutside() {
    int[] pixels = new int[40 * 30];
    PlottedPoints points =
        new PlottedPoints(
            new double[] {10, 30, -50, 39.8, Double.NaN}, new double[] {15, 15, 15, 29.9, 1});
    int[] colours = {0xff0000, 0x00ff00, 0xff, 0xff, 0xff};
    ScatterPainter painter = new ScatterPainter(pixels, 40, 30);
    painter.paint(points, colours, new BitSet(), 0xffffff);
    assertThat(pixels[15 * 40 + 10] >>> 24).isGreaterThan(200);
    assertThat(pixels[15 * 40 + 20]).isZero();
    BitSet marked = new BitSet();
    marked.set(1);
    painter.paint(points, colours, marked, 0xffffff);
    assertThat(pixels[15 * 40 + 30]).isEqualTo(0xff00ff00);
    assertThat(pixels[15 * 40 + 10] >>> 24).isBetween(50, 110);
    // The rim.
    assertThat(pixels[15 * 40 + 33]).isNotZero();
    assertThat(pixels[15 * 40 + 33] & 0xff0000).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 200})
  void cellsAreWhereTheirPlacesAreAndPairsAboveTheMarginAreMarked(int count) {
    float[] vectors = new float[2 * count];
    for (int i = 0; i < count; i++) {
      vectors[2 * i] = (float) Math.cos(0.3 * i);
      vectors[2 * i + 1] = (float) Math.sin(0.3 * i);
    }
    SimilarityMatrix matrix =
        SimilarityMatrix.of(
            new Candidates(count, 2, vectors), IntStream.range(0, count).map(i -> i / 5).toArray());
    int size = 130;
    int[] pixels = new int[size * size];
    Arrays.fill(pixels, 1);
    HeatMapPainter painter = new HeatMapPainter(matrix, 0.9, size);
    painter.paint(pixels, 0xff0000, 0x0000ff);
    if (count == 0) {
      assertThat(pixels).containsOnly(0);
    }
    if (count == 13) {
      for (SimilarityMatrix.Pair pair : matrix.above(0.9)) {
        assertThat(pixels[(10 * pair.row() + 9) * size + 10 * pair.column() + 9])
            .isEqualTo(0xffff0000);
        assertThat(pixels[(10 * pair.row() + 5) * size + 10 * pair.column() + 5])
            .isEqualTo(0xff000000 | HeatMapPainter.colour(pair.cosine()));
      }
      assertThat(painter.place(129)).isEqualTo(12);
      assertThat(painter.place(500)).isEqualTo(12);
      assertThat(painter.place(10)).isEqualTo(1);
    }
  }
}
