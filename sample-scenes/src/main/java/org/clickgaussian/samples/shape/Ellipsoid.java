package org.clickgaussian.samples.shape;

import org.clickgaussian.math.RandomStream;

/**
 * An ellipsoid with axes along x, y, z.
 *
 * @param centre x, y, z
 * @param radii half axes
 */
public record Ellipsoid(double[] centre, double[] radii) implements Shape {
  private static final double INSIDE = 1e-4;

  /** A sphere. */
  public static Ellipsoid sphere(double x, double y, double z, double radius) {
    return new Ellipsoid(new double[] {x, y, z}, new double[] {radius, radius, radius});
  }

  @Override
  public double area() {
    // Thomsen's approximation, within 1.1%: only shares of Gaussians depend on it.
    double p = 1.6075;
    double ab = Math.pow(radii[0] * radii[1], p);
    double ac = Math.pow(radii[0] * radii[2], p);
    double bc = Math.pow(radii[1] * radii[2], p);
    return 4 * Math.PI * Math.pow((ab + ac + bc) / 3, 1 / p);
  }

  @Override
  public SurfacePoint sample(RandomStream random) {
    double smallest = Math.min(radii[0], Math.min(radii[1], radii[2]));
    while (true) {
      double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double length = length(u);
      double[] normal = new double[3];
      double[] position = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        u[axis] /= length;
        normal[axis] = u[axis] / radii[axis];
        position[axis] = centre[axis] + radii[axis] * u[axis];
      }
      double stretch = length(normal);
      // The sphere's points crowd where the ellipsoid is stretched least: keep them accordingly.
      if (random.nextDouble() < stretch * smallest) {
        for (int axis = 0; axis < 3; axis++) {
          normal[axis] /= stretch;
        }
        // The geometric mean of the radii of curvature.
        double bend = radii[0] * radii[1] * radii[2] * stretch * stretch;
        double reach = SurfacePoint.BEND * bend;
        return new SurfacePoint(
            position, normal, SurfacePoint.anyTangent(normal), new double[] {reach, reach});
      }
    }
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  @Override
  public boolean contains(double x, double y, double z) {
    double a = (x - centre[0]) / (radii[0] - INSIDE);
    double b = (y - centre[1]) / (radii[1] - INSIDE);
    double c = (z - centre[2]) / (radii[2] - INSIDE);
    return a * a + b * b + c * c < 1;
  }

  @Override
  public double flatRadius() {
    return 0.5 * Math.min(radii[0], Math.min(radii[1], radii[2]));
  }

  @Override
  public double[] boundingSphere() {
    double radius = Math.max(radii[0], Math.max(radii[1], radii[2]));
    return new double[] {centre[0], centre[1], centre[2], radius};
  }
}
