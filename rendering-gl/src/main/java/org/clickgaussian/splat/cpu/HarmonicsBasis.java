package org.clickgaussian.splat.cpu;

/** The spherical harmonics' basis functions in the directions of a block of Gaussians. */
final class HarmonicsBasis {
  private static final int BLOCK = HarmonicsKernel.BLOCK;

  private HarmonicsBasis() {}

  /**
   * Evaluates the basis functions.
   *
   * @param n the number of Gaussians
   * @param degree 0 to 3
   * @param basis rows of {@link HarmonicsKernel#BLOCK} floats. On entry rows 1, 2, 3 hold x, y and
   *     z from the camera to each Gaussian, of any length; on return row k holds function k
   */
  static void fill(int n, int degree, float[] basis) {
    for (int i = 0; i < n; i++) {
      float x = basis[BLOCK + i];
      float y = basis[2 * BLOCK + i];
      float z = basis[3 * BLOCK + i];
      float inverse = 1 / (float) Math.sqrt(x * x + y * y + z * z);
      x *= inverse;
      y *= inverse;
      z *= inverse;
      basis[i] = HarmonicsKernel.Y0;
      basis[BLOCK + i] = y * -HarmonicsKernel.Y1;
      basis[2 * BLOCK + i] = z * HarmonicsKernel.Y1;
      basis[3 * BLOCK + i] = x * -HarmonicsKernel.Y1;
      if (degree > 1) {
        second(basis, i, x, y, z);
      }
      if (degree > 2) {
        third(basis, i, x, y, z);
      }
    }
  }

  private static void second(float[] basis, int i, float x, float y, float z) {
    float xx = x * x;
    float yy = y * y;
    float zz = z * z;
    basis[4 * BLOCK + i] = x * y * HarmonicsKernel.Y2_XY;
    basis[5 * BLOCK + i] = y * z * -HarmonicsKernel.Y2_XY;
    basis[6 * BLOCK + i] = (zz * 2 - xx - yy) * HarmonicsKernel.Y2_ZZ;
    basis[7 * BLOCK + i] = x * z * -HarmonicsKernel.Y2_XY;
    basis[8 * BLOCK + i] = (xx - yy) * HarmonicsKernel.Y2_XX;
  }

  private static void third(float[] basis, int i, float x, float y, float z) {
    float xx = x * x;
    float yy = y * y;
    float zz = z * z;
    basis[9 * BLOCK + i] = (xx * 3 - yy) * y * -HarmonicsKernel.Y3_A;
    basis[10 * BLOCK + i] = x * y * z * HarmonicsKernel.Y3_XYZ;
    basis[11 * BLOCK + i] = (zz * 4 - xx - yy) * y * -HarmonicsKernel.Y3_B;
    basis[12 * BLOCK + i] = (zz * 2 - xx * 3 - yy * 3) * z * HarmonicsKernel.Y3_ZZZ;
    basis[13 * BLOCK + i] = (zz * 4 - xx - yy) * x * -HarmonicsKernel.Y3_B;
    basis[14 * BLOCK + i] = (xx - yy) * z * HarmonicsKernel.Y3_C;
    basis[15 * BLOCK + i] = (xx - yy * 3) * x * -HarmonicsKernel.Y3_A;
  }
}
