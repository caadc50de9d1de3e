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
    double[][] frame = frame();
    double pick = random.nextDouble() * area();
    double angle = 2 * Math.PI * random.nextDouble();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double along;
    double radius;
    double outwards;
    double forwards;
    if (pick < sideArea()) {
      along = alongSide(random);
      radius = fromRadius + (toRadius - fromRadius) * along;
      double length = length();
      double slope = fromRadius - toRadius;
      double norm = Math.sqrt(length * length + slope * slope);
      outwards = length / norm;
      forwards = slope / norm;
    } else {
      along = pick < sideArea() + Math.PI * fromRadius * fromRadius ? 0 : 1;
      radius = (along == 0 ? fromRadius : toRadius) * Math.sqrt(random.nextDouble());
      outwards = 0;
      forwards = along == 0 ? -1 : 1;
    }
    double[] position = new double[3];
    double[] normal = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double radial = cos * frame[0][axis] + sin * frame[1][axis];
      position[axis] = from[axis] + along * (to[axis] - from[axis]) + radius * radial;
      normal[axis] = outwards * radial + forwards * frame[2][axis];
    }
    return new SurfacePoint(position, normal);
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
    double[] other = Math.abs(axis[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
    double[] first = cross(other, axis);
    double norm = Math.sqrt(first[0] * first[0] + first[1] * first[1] + first[2] * first[2]);
    for (int i = 0; i < 3; i++) {
      first[i] /= norm;
    }
    return new double[][] {first, cross(axis, first), axis};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
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
