package org.clickgaussian.scene;

/**
 * A rotation and a translation: y = R x + t.
 *
 * @param rotation R, row-major double[9]
 * @param translation t, double[3]
 */
public record RigidTransform(double[] rotation, double[] translation) {
  /** Checks the shapes. */
  public RigidTransform {
    if (rotation.length != 9 || translation.length != 3) {
      throw new IllegalArgumentException("a rigid transform takes 9 and 3 numbers");
    }
  }

  /** The transform that leaves everything where it is. */
  public static RigidTransform identity() {
    return new RigidTransform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);
  }

  /** The rotation of a unit quaternion w, x, y, z followed by a translation. */
  public static RigidTransform ofQuaternion(
      double w, double x, double y, double z, double[] translation) {
    double n = 2 / (w * w + x * x + y * y + z * z);
    double[] rotation = {
      1 - n * (y * y + z * z),
      n * (x * y - w * z),
      n * (x * z + w * y),
      n * (x * y + w * z),
      1 - n * (x * x + z * z),
      n * (y * z - w * x),
      n * (x * z - w * y),
      n * (y * z + w * x),
      1 - n * (x * x + y * y)
    };
    return new RigidTransform(rotation, translation);
  }

  /**
   * The view matrix of a camera that looks at a point.
   *
   * @param eye where the camera stands
   * @param target what it looks at
   * @param up which way is up in the world; must not be parallel to the line of sight
   */
  public static RigidTransform lookAt(double[] eye, double[] target, double[] up) {
    double[] forward = unit(minus(target, eye));
    double[] right = unit(cross(forward, up));
    double[] down = cross(forward, right);
    double[] rotation = {
      right[0], right[1], right[2],
      down[0], down[1], down[2],
      forward[0], forward[1], forward[2]
    };
    RigidTransform turn = new RigidTransform(rotation, new double[3]);
    double[] t = turn.apply(eye[0], eye[1], eye[2]);
    return new RigidTransform(rotation, new double[] {-t[0], -t[1], -t[2]});
  }

  /** R x + t. */
  public double[] apply(double x, double y, double z) {
    double[] r = rotation;
    return new double[] {
      r[0] * x + r[1] * y + r[2] * z + translation[0],
      r[3] * x + r[4] * y + r[5] * z + translation[1],
      r[6] * x + r[7] * y + r[8] * z + translation[2]
    };
  }

  /** The transform back: x = Rᵀ (y − t). */
  public RigidTransform inverse() {
    double[] r = rotation;
    double[] t = translation;
    double[] transposed = {r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]};
    RigidTransform turn = new RigidTransform(transposed, new double[3]);
    double[] back = turn.apply(t[0], t[1], t[2]);
    return new RigidTransform(transposed, new double[] {-back[0], -back[1], -back[2]});
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] a) {
    double length = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }
}
