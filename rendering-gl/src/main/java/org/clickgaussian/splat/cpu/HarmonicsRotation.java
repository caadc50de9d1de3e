package org.clickgaussian.splat.cpu;

/**
 * Turns spherical harmonics with the Gaussian that they colour: seen along R d, the turned
 * coefficients give the colour that the original ones give along d.
 *
 * <p>The harmonics of a degree l span the same functions however they are turned, so Y(R d) = M
 * Y(d) with an orthogonal (2l + 1) × (2l + 1) matrix M, and c' = M c. M is the integral of Y(R d)
 * Y(d)ᵀ over the sphere, taken exactly by Gauss-Legendre points in z and even steps around it.
 * Immutable.
 */
public final class HarmonicsRotation {
  /** Gauss-Legendre points and weights of order 4: exact up to degree 7, 6 is needed. */
  private static final double[] HEIGHTS = {
    -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
  };

  private static final double[] WEIGHTS = {
    0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
  };

  private static final int STEPS = 8;
  private static final int COEFFICIENTS = 16;

  /** M of degrees 1, 2, 3 as blocks of a 16 × 16 matrix, row-major. */
  private final double[] matrix = new double[COEFFICIENTS * COEFFICIENTS];

  /**
   * The turn by a rotation.
   *
   * @param rotation R, row-major: double[9]
   */
  public HarmonicsRotation(double[] rotation) {
    for (int ring = 0; ring < HEIGHTS.length; ring++) {
      double radius = Math.sqrt(1 - HEIGHTS[ring] * HEIGHTS[ring]);
      for (int step = 0; step < STEPS; step++) {
        double angle = 2 * Math.PI * (step + 0.5) / STEPS;
        double weight = WEIGHTS[ring] * 2 * Math.PI / STEPS;
        add(rotation, radius * Math.cos(angle), radius * Math.sin(angle), HEIGHTS[ring], weight);
      }
    }
  }

  private void add(double[] r, double x, double y, double z, double weight) {
    double[] before = ReferenceHarmonics.basis(x, y, z);
    double[] after =
        ReferenceHarmonics.basis(
            r[0] * x + r[1] * y + r[2] * z,
            r[3] * x + r[4] * y + r[5] * z,
            r[6] * x + r[7] * y + r[8] * z);
    for (int row = 1; row < COEFFICIENTS; row++) {
      int first = firstOfDegree(row);
      for (int column = first; column < endOfDegree(row); column++) {
        matrix[COEFFICIENTS * row + column] += weight * after[row] * before[column];
      }
    }
  }

  /** Number of the first coefficient of the degree that coefficient k belongs to: 1, 4 or 9. */
  private static int firstOfDegree(int k) {
    return k < 4 ? 1 : k < 9 ? 4 : 9;
  }

  /** One past the last coefficient of the degree that coefficient k belongs to. */
  private static int endOfDegree(int k) {
    return k < 4 ? 4 : k < 9 ? 9 : COEFFICIENTS;
  }

  /**
   * Turns the coefficients of one channel.
   *
   * @param coefficients (degree + 1)² numbers, coefficient k at {@code from + k · stride}; changed
   * @param degree 0 to 3
   */
  public void apply(double[] coefficients, int from, int stride, int degree) {
    double[] turned = new double[COEFFICIENTS];
    int count = (degree + 1) * (degree + 1);
    for (int row = 1; row < count; row++) {
      int first = firstOfDegree(row);
      double sum = 0;
      for (int column = first; column < endOfDegree(row); column++) {
        sum += matrix[COEFFICIENTS * row + column] * coefficients[from + column * stride];
      }
      turned[row] = sum;
    }
    for (int k = 1; k < count; k++) {
      coefficients[from + k * stride] = turned[k];
    }
  }
}
