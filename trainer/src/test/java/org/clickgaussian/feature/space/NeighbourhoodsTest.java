package org.clickgaussian.feature.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {

  @Test
  void neighboursAreThoseOfASortedList() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] points = new double[207][3];
    for (double[] point : points) {
      for (int d = 0; d < point.length; d++) {
        point[d] = random.nextInt(5);
      }
    }
    try (Workers workers = Workers.of(2)) {
      Neighbourhoods found = Neighbourhoods.of(points, 15, workers, Progress.NONE);
      for (int i = 0; i < points.length; i++) {
        int at = i;
        int[] expected =
            IntStream.range(0, points.length)
                .filter(j -> j != at)
                .boxed()
                .sorted((a, b) -> Double.compare(square(points, at, a), square(points, at, b)))
                .limit(15)
                .mapToInt(j -> j)
                .toArray();
        for (int e = 0; e < 15; e++) {
          assertThat(found.indices()[15 * i + e]).isEqualTo(expected[e]);
          assertThat(found.distances()[15 * i + e])
              .isCloseTo(Math.sqrt(square(points, i, expected[e])), within(1e-12));
        }
      }
    }
  }

  @Test
  void tiesOfAPointSumToTheLogarithmOfItsNeighbours() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] points = new double[100][5];
    for (double[] point : points) {
      for (int d = 0; d < point.length; d++) {
        point[d] = random.nextGaussian();
      }
    }
    try (Workers workers = Workers.of(2)) {
      Neighbourhoods found = Neighbourhoods.of(points, 15, workers, Progress.NONE);
      FuzzyGraph graph = FuzzyGraph.of(found);
      assertThat(graph.heads()).hasSizeBetween(750, 1500);
      double[] sums = new double[100];
      for (int e = 0; e < graph.weights().length; e++) {
        assertThat(graph.weights()[e]).isBetween(0.0, 1.0);
        sums[graph.heads()[e]] += graph.weights()[e];
        sums[graph.tails()[e]] += graph.weights()[e];
      }
      for (double sum : sums) {
        // The union of both directions is never less than either.
        assertThat(sum).isGreaterThan(Math.log(15) / Math.log(2) - 1e-3);
      }
    }
  }

  private static double square(double[][] points, int i, int j) {
    double sum = 0;
    for (int d = 0; d < points[i].length; d++) {
      sum += Math.pow(points[i][d] - points[j][d], 2);
    }
    return sum;
  }
}
