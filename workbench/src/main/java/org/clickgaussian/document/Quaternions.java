package org.clickgaussian.document;

/** Unit quaternions w, x, y, z of rotation matrices. */
final class Quaternions {
  private Quaternions() {}

  /** Whether a rotation, row-major, turns nothing. */
  static boolean isIdentity(double[] r) {
    return r[0] == 1 && r[4] == 1 && r[8] == 1;
  }

  /**
   * The quaternion of a rotation.
   *
   * @param r row-major: double[9]
   * @return of unit length, its largest component positive
   */
  static double[] ofRotation(double[] r) {
    // Four times the square of each component; the largest is the safe one to divide by.
    double[] squares = {
      1 + r[0] + r[4] + r[8], 1 + r[0] - r[4] - r[8], 1 - r[0] + r[4] - r[8], 1 - r[0] - r[4] + r[8]
    };
    int largest = 0;
    for (int k = 1; k < squares.length; k++) {
      largest = squares[k] > squares[largest] ? k : largest;
    }
    double[] q =
        switch (largest) {
          case 0 -> new double[] {squares[0], r[7] - r[5], r[2] - r[6], r[3] - r[1]};
          case 1 -> new double[] {r[7] - r[5], squares[1], r[1] + r[3], r[2] + r[6]};
          case 2 -> new double[] {r[2] - r[6], r[1] + r[3], squares[2], r[5] + r[7]};
          default -> new double[] {r[3] - r[1], r[2] + r[6], r[5] + r[7], squares[3]};
        };
    double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    for (int k = 0; k < q.length; k++) {
      q[k] /= length;
    }
    return q;
  }
}
