package org.clickgaussian.samples.shape;

/**
 * A point of a surface and how far a flat patch around it stays on the surface.
 *
 * @param position x, y, z
 * @param normal of unit length, outwards
 * @param tangent of unit length, at right angles to the normal
 * @param reach how far the surface goes on from the point, in metres, before it ends or bends away:
 *     along the tangent, and across it (along normal × tangent)
 */
public record SurfacePoint(double[] position, double[] normal, double[] tangent, double[] reach) {
  /** How far a patch may reach over a curved surface, as a share of the radius of curvature. */
  static final double BEND = 0.72;

  /** A direction of unit length at right angles to another one. */
  static double[] anyTangent(double[] normal) {
    double[] other = Math.abs(normal[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
    double[] tangent = cross(other, normal);
    double norm =
        Math.sqrt(tangent[0] * tangent[0] + tangent[1] * tangent[1] + tangent[2] * tangent[2]);
    return new double[] {tangent[0] / norm, tangent[1] / norm, tangent[2] / norm};
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
