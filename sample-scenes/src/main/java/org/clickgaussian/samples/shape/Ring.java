package org.clickgaussian.samples.shape;

import org.clickgaussian.math.RandomStream;

/**
 * A torus or an arc of one: a handle, a rim.
 *
 * @param centre x, y, z
 * @param across direction from the centre to the middle of the arc, of unit length
 * @param along direction in the ring's plane at right angles to {@code across}, of unit length
 * @param radius from the centre to the middle of the tube
 * @param thickness radius of the tube
 * @param halfAngle half the angle that the arc spans; π for a whole ring
 */
public record Ring(
    double[] centre,
    double[] across,
    double[] along,
    double radius,
    double thickness,
    double halfAngle)
    implements Shape {
  private static final double INSIDE = 1e-4;

  @Override
  public double area() {
    return 2 * halfAngle * radius * 2 * Math.PI * thickness;
  }

  @Override
  public SurfacePoint sample(RandomStream random) {
    while (true) {
      double angle = (2 * random.nextDouble() - 1) * halfAngle;
      double turn = 2 * Math.PI * random.nextDouble();
      double out = Math.cos(turn);
      if (random.nextDouble() * (radius + thickness) < radius + thickness * out) {
        return at(angle, out, Math.sin(turn));
      }
    }
  }

  private SurfacePoint at(double angle, double out, double up) {
    double[] axis = axis();
    double[] position = new double[3];
    double[] normal = new double[3];
    for (int i = 0; i < 3; i++) {
      double radial = Math.cos(angle) * across[i] + Math.sin(angle) * along[i];
      normal[i] = out * radial + up * axis[i];
      position[i] = centre[i] + radius * radial + thickness * normal[i];
    }
    double[] tangent = new double[3];
    for (int i = 0; i < 3; i++) {
      tangent[i] = Math.cos(angle) * along[i] - Math.sin(angle) * across[i];
    }
    double[] reach = {SurfacePoint.BEND * radius, SurfacePoint.BEND * thickness};
    return new SurfacePoint(position, normal, tangent, reach);
  }

  private double[] axis() {
    return new double[] {
      across[1] * along[2] - across[2] * along[1],
      across[2] * along[0] - across[0] * along[2],
      across[0] * along[1] - across[1] * along[0]
    };
  }

  @Override
  public boolean contains(double x, double y, double z) {
    double[] d = {x - centre[0], y - centre[1], z - centre[2]};
    double[] axis = axis();
    double u = d[0] * across[0] + d[1] * across[1] + d[2] * across[2];
    double v = d[0] * along[0] + d[1] * along[1] + d[2] * along[2];
    double w = d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2];
    if (Math.abs(Math.atan2(v, u)) > halfAngle) {
      return false;
    }
    double off = Math.sqrt(u * u + v * v) - radius;
    double inner = thickness - INSIDE;
    return off * off + w * w < inner * inner;
  }

  @Override
  public double flatRadius() {
    return 0.5 * thickness;
  }

  @Override
  public double[] boundingSphere() {
    return new double[] {centre[0], centre[1], centre[2], radius + thickness};
  }
}
