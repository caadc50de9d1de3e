package org.clickgaussian.viewport.navigation;

import org.clickgaussian.scene.RigidTransform;

/**
 * A rotation in space as a unit quaternion w + xi + yj + zk.
 *
 * @param w real part
 * @param x first imaginary part
 * @param y second imaginary part
 * @param z third imaginary part
 */
public record Quaternion(double w, double x, double y, double z) {
  /** Leaves everything as it is. */
  public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

  private static final double NEARLY_PARALLEL = 0.9995;

  /** Brings any quaternion but 0 to length 1. */
  public Quaternion {
    double length = Math.sqrt(w * w + x * x + y * y + z * z);
    w /= length;
    x /= length;
    y /= length;
    z /= length;
  }

  /**
   * A turn about an axis, right-handed.
   *
   * @param axis of length 1
   * @param angle in radians
   */
  public static Quaternion about(Vector3 axis, double angle) {
    double sine = Math.sin(angle / 2);
    return new Quaternion(Math.cos(angle / 2), axis.x() * sine, axis.y() * sine, axis.z() * sine);
  }

  /**
   * Of a rotation matrix.
   *
   * @param r row-major double[9], orthonormal with determinant 1
   */
  public static Quaternion ofMatrix(double[] r) {
    double trace = r[0] + r[4] + r[8];
    if (trace > 0) {
      return new Quaternion(1 + trace, r[7] - r[5], r[2] - r[6], r[3] - r[1]);
    }
    if (r[0] >= r[4] && r[0] >= r[8]) {
      return new Quaternion(r[7] - r[5], 1 + r[0] - r[4] - r[8], r[1] + r[3], r[2] + r[6]);
    }
    if (r[4] >= r[8]) {
      return new Quaternion(r[2] - r[6], r[1] + r[3], 1 - r[0] + r[4] - r[8], r[5] + r[7]);
    }
    return new Quaternion(r[3] - r[1], r[2] + r[6], r[5] + r[7], 1 - r[0] - r[4] + r[8]);
  }

  /** The rotation matrix, row-major: double[9]. */
  public double[] matrix() {
    return RigidTransform.ofQuaternion(w, x, y, z, new double[3]).rotation();
  }

  /** First {@code before}, then this. */
  public Quaternion after(Quaternion before) {
    Quaternion b = before;
    return new Quaternion(
        w * b.w - x * b.x - y * b.y - z * b.z,
        w * b.x + x * b.w + y * b.z - z * b.y,
        w * b.y - x * b.z + y * b.w + z * b.x,
        w * b.z + x * b.y - y * b.x + z * b.w);
  }

  /** The rotation back. */
  public Quaternion inverse() {
    return new Quaternion(w, -x, -y, -z);
  }

  /** Turns a direction. */
  public Vector3 turn(Vector3 direction) {
    Vector3 imaginary = new Vector3(x, y, z);
    Vector3 twice = imaginary.cross(direction).times(2);
    return direction.plus(twice.times(w)).plus(imaginary.cross(twice));
  }

  /**
   * The rotation at a share of the shortest way to another, at even angular speed (slerp): 0 is
   * this, 1 is the other.
   */
  public Quaternion towards(Quaternion other, double share) {
    double cosine = w * other.w + x * other.x + y * other.y + z * other.z;
    double sign = cosine < 0 ? -1 : 1;
    cosine = Math.min(1, Math.abs(cosine));
    double here = 1 - share;
    double there = share;
    if (cosine < NEARLY_PARALLEL) {
      double angle = Math.acos(cosine);
      double sine = Math.sin(angle);
      here = Math.sin(here * angle) / sine;
      there = Math.sin(there * angle) / sine;
    }
    there *= sign;
    return new Quaternion(
        here * w + there * other.w,
        here * x + there * other.x,
        here * y + there * other.y,
        here * z + there * other.z);
  }
}
