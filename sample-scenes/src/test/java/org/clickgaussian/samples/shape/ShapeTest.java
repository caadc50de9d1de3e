package org.clickgaussian.samples.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {
  private static final double STEP = 1e-3;

  static Stream<Shape> shapes() {
    return Stream.of(
        new Box(new double[] {0.1, -0.2, 0.3}, new double[] {0.2, 0.1, 0.05}, 0.7),
        new Ellipsoid(new double[] {0, 0.1, 0.2}, new double[] {0.1, 0.15, 0.2}),
        Ellipsoid.sphere(0.3, 0.2, 0.1, 0.2),
        new Tube(new double[] {0, 0, 0}, new double[] {0.1, 0.2, 0.3}, 0.1, 0.04),
        Tube.upright(0.1, 0.1, 0, 0.02, 0.2, 0.2),
        new Ring(
            new double[] {0, 0, 0.1},
            new double[] {1, 0, 0},
            new double[] {0, 0, 1},
            0.2,
            0.04,
            Math.PI));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void sampledPointsLieOnTheSurfaceAndNormalsPointOut(Shape shape) {
    RandomStream random = new RandomStream(1, "shape test", 0);
    double[] sphere = shape.boundingSphere();
    for (int i = 0; i < 500; i++) {
      SurfacePoint point = shape.sample(random);
      assertThat(inside(shape, point, 0)).isFalse();
      assertThat(inside(shape, point, STEP)).isFalse();
      // At an edge, a point below one surface may still be outside of the other's margin.
      boolean atEdge = Math.min(point.reach()[0], point.reach()[1]) < STEP;
      assertThat(atEdge || inside(shape, point, -STEP)).isTrue();
      assertThat(dot(point.normal(), point.normal())).isBetween(1 - 1e-9, 1 + 1e-9);
      assertThat(dot(point.tangent(), point.tangent())).isBetween(1 - 1e-9, 1 + 1e-9);
      assertThat(dot(point.normal(), point.tangent())).isBetween(-1e-9, 1e-9);
      assertThat(point.reach()[0]).isGreaterThanOrEqualTo(0);
      assertThat(point.reach()[1]).isGreaterThanOrEqualTo(0);
      double[] p = point.position();
      double[] off = {p[0] - sphere[0], p[1] - sphere[1], p[2] - sphere[2]};
      assertThat(dot(off, off)).isLessThan(sphere[3] * sphere[3] + 1e-9);
    }
  }

  /** The area is the derivative of the volume when the surface moves out: compared by counting. */
  @ParameterizedTest
  @MethodSource("shapes")
  void areasFitTheVolumeOfAThinLayer(Shape shape) {
    RandomStream random = new RandomStream(2, "shape test", 0);
    double[] sphere = shape.boundingSphere();
    double depth = 0.003;
    int tries = 300_000;
    int within = 0;
    for (int i = 0; i < tries; i++) {
      double[] p = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        p[axis] = sphere[axis] + sphere[3] * (2 * random.nextDouble() - 1);
      }
      if (shape.contains(p[0], p[1], p[2]) && isWithin(shape, p, depth)) {
        within++;
      }
    }
    double volume = Math.pow(2 * sphere[3], 3) * within / tries;
    // Counting errs by a few percent; edges and curvature take away up to a tenth of the layer.
    assertThat(volume / (depth * shape.area())).isBetween(0.8, 1.12);
  }

  /** Whether the surface is closer than a depth, tried in 26 directions. */
  private static boolean isWithin(Shape shape, double[] p, double depth) {
    for (int d = 0; d < 27; d++) {
      double[] v = {d % 3 - 1, d / 3 % 3 - 1, d / 9 - 1};
      double length = Math.sqrt(dot(v, v));
      if (length > 0
          && !shape.contains(
              p[0] + depth * v[0] / length,
              p[1] + depth * v[1] / length,
              p[2] + depth * v[2] / length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inside(Shape shape, SurfacePoint point, double out) {
    double[] p = point.position();
    double[] n = point.normal();
    return shape.contains(p[0] + out * n[0], p[1] + out * n[1], p[2] + out * n[2]);
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
