package org.clickgaussian.document;

import org.clickgaussian.scene.RigidTransform;

/**
 * A turn, a scaling and a shift: x → s R x + t in world coordinates.
 *
 * @param scale s, above 0
 * @param rotation R, row-major: double[9]
 * @param translation t: double[3]
 */
public record Similarity(double scale, double[] rotation, double[] translation) {
  /** Checks the shapes. */
  public Similarity {
    if (!(scale > 0) || rotation.length != 9 || translation.length != 3) {
      throw new IllegalArgumentException("a similarity takes a positive scale, 9 and 3 numbers");
    }
  }

  /** Leaves everything where it is. */
  public static Similarity identity() {
    return new Similarity(1, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);
  }

  /** A shift. */
  public static Similarity shift(double x, double y, double z) {
    return new Similarity(1, identity().rotation, new double[] {x, y, z});
  }

  /** A scaling about a point. */
  public static Similarity scaling(double factor, double[] about) {
    double[] t = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      t[axis] = about[axis] * (1 - factor);
    }
    return new Similarity(factor, identity().rotation, t);
  }

  /**
   * A turn about a line.
   *
   * @param axis direction of the line, not zero
   * @param angle in radians, right-handed
   * @param about a point of the line
   */
  public static Similarity turn(double[] axis, double angle, double[] about) {
    double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
    double sine = Math.sin(angle / 2) / length;
    double[] rotation =
        RigidTransform.ofQuaternion(
                Math.cos(angle / 2), axis[0] * sine, axis[1] * sine, axis[2] * sine, new double[3])
            .rotation();
    double[] turned =
        new RigidTransform(rotation, new double[3]).apply(about[0], about[1], about[2]);
    double[] t = {about[0] - turned[0], about[1] - turned[1], about[2] - turned[2]};
    return new Similarity(1, rotation, t);
  }

  /** s R x + t. */
  public double[] apply(double x, double y, double z) {
    return new RigidTransform(rotation, translation).apply(scale * x, scale * y, scale * z);
  }

  /** First {@code before}, then this. */
  public Similarity after(Similarity before) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          product[3 * row + column] += rotation[3 * row + k] * before.rotation[3 * k + column];
        }
      }
    }
    double[] t = before.translation;
    return new Similarity(scale * before.scale, product, apply(t[0], t[1], t[2]));
  }
}
