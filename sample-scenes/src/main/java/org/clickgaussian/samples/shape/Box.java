package org.clickgaussian.samples.shape;

import org.clickgaussian.math.RandomStream;

/**
 * A box that may be turned about its vertical axis.
 *
 * @param centre x, y, z
 * @param half half the sizes along the box's own axes
 * @param turn angle about z, in radians
 */
public record Box(double[] centre, double[] half, double turn) implements Shape {
  private static final double INSIDE = 1e-4;

  @Override
  public double area() {
    return 8 * (half[0] * half[1] + half[0] * half[2] + half[1] * half[2]);
  }

  @Override
  public SurfacePoint sample(RandomStream random) {
    double xy = half[0] * half[1];
    double xz = half[0] * half[2];
    double yz = half[1] * half[2];
    double pick = random.nextDouble() * (xy + xz + yz);
    int face = pick < yz ? 0 : pick < yz + xz ? 1 : 2;
    double sign = random.nextDouble() < 0.5 ? -1 : 1;
    double[] local = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      local[axis] = axis == face ? sign * half[axis] : (2 * random.nextDouble() - 1) * half[axis];
    }
    double[] normal = new double[3];
    normal[face] = sign;
    int first = (face + 1) % 3;
    int second = (face + 2) % 3;
    double[] tangent = new double[3];
    tangent[first] = 1;
    double[] turned = turned(local);
    return new SurfacePoint(
        new double[] {centre[0] + turned[0], centre[1] + turned[1], centre[2] + turned[2]},
        turned(normal),
        turned(tangent),
        new double[] {
          half[first] - Math.abs(local[first]), half[second] - Math.abs(local[second])
        });
  }

  private double[] turned(double[] v) {
    double c = Math.cos(turn);
    double s = Math.sin(turn);
    return new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1], v[2]};
  }

  @Override
  public boolean contains(double x, double y, double z) {
    double c = Math.cos(turn);
    double s = Math.sin(turn);
    double dx = x - centre[0];
    double dy = y - centre[1];
    return Math.abs(c * dx + s * dy) < half[0] - INSIDE
        && Math.abs(c * dy - s * dx) < half[1] - INSIDE
        && Math.abs(z - centre[2]) < half[2] - INSIDE;
  }

  @Override
  public double flatRadius() {
    return 0.5 * Math.max(0.002, median());
  }

  private double median() {
    double smallest = Math.min(half[0], Math.min(half[1], half[2]));
    double largest = Math.max(half[0], Math.max(half[1], half[2]));
    return half[0] + half[1] + half[2] - smallest - largest;
  }

  @Override
  public double[] boundingSphere() {
    double radius = Math.sqrt(half[0] * half[0] + half[1] * half[1] + half[2] * half[2]);
    return new double[] {centre[0], centre[1], centre[2], radius};
  }
}
