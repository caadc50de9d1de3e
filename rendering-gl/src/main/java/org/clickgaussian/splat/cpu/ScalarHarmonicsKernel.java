package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.GaussianScene;

/** {@link HarmonicsKernel} one Gaussian at a time. */
final class ScalarHarmonicsKernel implements HarmonicsKernel {

  @Override
  public void colours(GaussianScene scene, float[] eye, int from, int to, float[] block) {
    float[] basis = new float[scene.harmonicsCoefficients()];
    for (int i = from; i < to; i++) {
      colour(scene, eye, i, basis, block, i - from);
    }
  }

  /** One Gaussian; the operations and their order are those of the vector kernel. */
  static void colour(
      GaussianScene scene, float[] eye, int i, float[] basis, float[] block, int at) {
    float x = scene.position(i, 0) - eye[0];
    float y = scene.position(i, 1) - eye[1];
    float z = scene.position(i, 2) - eye[2];
    float inverse = 1 / (float) Math.sqrt(Math.fma(x, x, Math.fma(y, y, z * z)));
    fill(basis, x * inverse, y * inverse, z * inverse);
    for (int channel = 0; channel < 3; channel++) {
      float sum = 0.5f;
      for (int k = 0; k < basis.length; k++) {
        sum = Math.fma(basis[k], scene.harmonic(i, k, channel), sum);
      }
      block[channel * BLOCK + at] = sum > 0 ? sum : 0;
    }
  }

  /** The basis functions in a direction of unit length, 1, 4, 9 or 16 of them. */
  private static void fill(float[] basis, float x, float y, float z) {
    basis[0] = Y0;
    if (basis.length > 1) {
      basis[1] = y * -Y1;
      basis[2] = z * Y1;
      basis[3] = x * -Y1;
    }
    if (basis.length > 4) {
      float xx = x * x;
      float yy = y * y;
      float zz = z * z;
      basis[4] = x * y * Y2_XY;
      basis[5] = y * z * -Y2_XY;
      basis[6] = (zz * 2 - xx - yy) * Y2_ZZ;
      basis[7] = x * z * -Y2_XY;
      basis[8] = (xx - yy) * Y2_XX;
      if (basis.length > 9) {
        basis[9] = (xx * 3 - yy) * y * -Y3_A;
        basis[10] = x * y * z * Y3_XYZ;
        basis[11] = (zz * 4 - xx - yy) * y * -Y3_B;
        basis[12] = (zz * 2 - xx * 3 - yy * 3) * z * Y3_ZZZ;
        basis[13] = (zz * 4 - xx - yy) * x * -Y3_B;
        basis[14] = (xx - yy) * z * Y3_C;
        basis[15] = (xx - yy * 3) * x * -Y3_A;
      }
    }
  }
}
