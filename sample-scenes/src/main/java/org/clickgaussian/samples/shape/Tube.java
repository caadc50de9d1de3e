package org.clickgaussian.samples.shape;

import org.clickgaussian.math.RandomStream;

/**
 * A round solid between two points whose radius changes evenly: a cylinder, a cone, a disc, a rod.
 *
 * @param from centre of one end
 * @param to centre of the other end
 * @param fromRadius radius at {@code from}
 * @param toRadius radius at {@code to}
 */
public record Tube(double[] from, double[] to, double fromRadius, double toRadius)
    implements Shape {
  private static final double INSIDE = 1e-4;

  /** An upright tube with its foot at (x, y, z). */
  public static Tube upright(
      double x, double y, double z, double height, double fromRadius, double toRadius) {
    return new Tube(new double[] {x, y, z}, new double[] {x, y, z + height}, fromRadius, toRadius);
  }

  private double length() {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double dz = to[2] - from[2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private double sideArea() {
    double slope = toRadius - fromRadius;
    double length = length();
    return Math.PI * (fromRadius + toRadius) * Math.sqrt(length * length + slope * slope);
  }

  @Override
  public double area() {
    return sideArea() + Math.PI * (fromRadius * fromRadius + toRadius * toRadius);
  }

  @Override
  public SurfacePoint sample(RandomStream random) {
    double pick = random.nextDouble() * area();
    double angle = 2 * Math.PI * random.nextDouble();
    if (pick < sideArea()) {
      return onSide(alongSide(random), angle);
    }
    boolean foot = pick < sideArea() + Math.PI * fromRadius * fromRadius;
    return onCap(foot, Math.sqrt(random.nextDouble()), angle);
  }

  private SurfacePoint onSide(double along, double angle) {
    double radius = fromRadius + (toRadius - fromRadius) * along;
    double length = length();
    double slope = toRadius - fromRadius;
    double slant = Math.sqrt(length * length + slope * slope);
    double[][] frame = frame();
    double[] position = new double[3];
    double[] normal = new double[3];
    double[] tangent = new double[3];
    for (int i = 0; i < 3; i++) {
      double radial = Math.cos(angle) * frame[0][i] + Math.sin(angle) * frame[1][i];
      position[i] = from[i] + along * (to[i] - from[i]) + radius * radial;
      normal[i] = (length * radial - slope * frame[2][i]) / slant;
      tangent[i] = (length * frame[2][i] + slope * radial) / slant;
    }
    double[] reach = {Math.min(along, 1 - along) * slant, SurfacePoint.BEND * radius};
    return new SurfacePoint(position, normal, tangent, reach);
  }

  private SurfacePoint onCap(boolean foot, double share, double angle) {
    double whole = foot ? fromRadius : toRadius;
    double[] centre = foot ? from : to;
    double[][] frame = frame();
    double[] position = new double[3];
    double[] normal = new double[3];
    double[] tangent = new double[3];
    for (int i = 0; i < 3; i++) {
      tangent[i] = Math.cos(angle) * frame[0][i] + Math.sin(angle) * frame[1][i];
      position[i] = centre[i] + whole * share * tangent[i];
      normal[i] = foot ? -frame[2][i] : frame[2][i];
    }
    double[] reach = {whole * (1 - share), whole * Math.sqrt(1 - share * share)};
    return new SurfacePoint(position, normal, tangent, reach);
  }

  /** Where along the axis a side point lies: density grows with the radius. */
  private double alongSide(RandomStream random) {
    double largest = Math.max(fromRadius, toRadius);
    while (true) {
      double along = random.nextDouble();
      double radius = fromRadius + (toRadius - fromRadius) * along;
      if (random.nextDouble() * largest <= radius) {
        return along;
      }
    }
  }

  /** Two directions across and the direction along the axis, each of unit length. */
  private double[][] frame() {
    double length = length();
    double[] axis = {
      (to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length
    };
    double[] first = SurfacePoint.anyTangent(axis);
    return new double[][] {first, SurfacePoint.cross(axis, first), axis};
  }

  @Override
  public boolean contains(double x, double y, double z) {
    double[] axis = {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
    double[] d = {x - from[0], y - from[1], z - from[2]};
    double squared = axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2];
    double along = (d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2]) / squared;
    double margin = INSIDE / Math.sqrt(squared);
    if (along < margin || along > 1 - margin) {
      return false;
    }
    double off = 0;
    for (int i = 0; i < 3; i++) {
      double across = d[i] - along * axis[i];
      off += across * across;
    }
    double radius = fromRadius + (toRadius - fromRadius) * along - INSIDE;
    return radius > 0 && off < radius * radius;
  }

  @Override
  public double flatRadius() {
    double radius = Math.max(fromRadius, toRadius);
    return 0.5
        * (length() < radius ? radius : Math.max(0.4 * radius, Math.min(fromRadius, toRadius)));
  }

  @Override
  public double[] boundingSphere() {
    double radius = Math.max(fromRadius, toRadius);
    double half = length() / 2;
    return new double[] {
      (from[0] + to[0]) / 2,
      (from[1] + to[1]) / 2,
      (from[2] + to[2]) / 2,
      Math.sqrt(half * half + radius * radius)
    };
  }
}
