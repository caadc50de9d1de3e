package org.clickgaussian.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.clickgaussian.samples.shape.Box;
import org.clickgaussian.samples.shape.Ellipsoid;
import org.clickgaussian.samples.shape.Shape;
import org.clickgaussian.samples.shape.SurfacePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceScatterTest {
  private static final Shape BALL = Ellipsoid.sphere(0, 0, 1, 0.5);
  private static final Shape BLOCK = new Box(new double[] {0, 0, 1.5}, new double[] {1, 1, 0.5}, 0);

  private static SurfaceScatter scatter(Shape... shapes) {
    List<SurfaceSource> sources =
        Arrays.stream(shapes)
            .map(
                shape ->
                    new SurfaceSource(
                        shape, shape.boundingSphere(), Material.plain(1, 1, 1), 1, 0, 1))
            .toList();
    return new SurfaceScatter(sources, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 1000})
  void pointsKeepADistance(int count) {
    SurfaceScatter scatter = scatter(BALL);
    double area = scatter.visibleArea(0);
    SurfacePoint[] points = scatter.points(0, count, area);
    assertThat(points).hasSize(count).doesNotContainNull();
    // Random points would come as close as 0.02 of the mean spacing; saturated ones keep 0.83.
    double least = count < 100 ? 0 : 0.6 * Math.sqrt(area / count);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(points[i].position(), points[j].position())).isGreaterThan(least);
      }
    }
  }

  @Test
  void hiddenSurfacesGetNoPoints() {
    SurfaceScatter scatter = scatter(BALL, BLOCK);
    // The upper half of the ball is inside the block.
    assertThat(scatter.visibleArea(0)).isBetween(0.42 * Math.PI, 0.58 * Math.PI);
    for (SurfacePoint point : scatter.points(0, 200, scatter.visibleArea(0))) {
      assertThat(point.position()[2]).isLessThan(1.001);
    }
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }
}
