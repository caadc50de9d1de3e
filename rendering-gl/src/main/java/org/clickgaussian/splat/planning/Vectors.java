package org.clickgaussian.splat.planning;

/** Arithmetic of vectors double[3]. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** a + factor · b. */
  static double[] plus(double[] a, double factor, double[] b) {
    return new double[] {a[0] + factor * b[0], a[1] + factor * b[1], a[2] + factor * b[2]};
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  static double[] unit(double[] a) {
    double length = Math.sqrt(dot(a, a));
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }

  /** A direction of length 1 at right angles to another. */
  static double[] across(double[] direction) {
    double[] axis = Math.abs(direction[0]) < 0.7 ? new double[] {1, 0, 0} : new double[] {0, 0, 1};
    return unit(cross(direction, axis));
  }
}
