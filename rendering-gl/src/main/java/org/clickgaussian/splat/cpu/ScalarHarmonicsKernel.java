package org.clickgaussian.splat.cpu;

import java.util.Arrays;
import org.clickgaussian.scene.GaussianScene;

/** {@link HarmonicsKernel} one Gaussian at a time. */
final class ScalarHarmonicsKernel implements HarmonicsKernel {

  @Override
  public void colours(
      GaussianScene scene, float[] eye, int from, int to, float[] scratch, float[] block) {
    loadDirections(scene, eye, from, to, scratch);
    HarmonicsBasis.fill(to - from, scene.harmonicsDegree(), scratch);
    Arrays.fill(block, 0.5f);
    for (int k = 0; k < scene.harmonicsCoefficients(); k++) {
      for (int channel = 0; channel < 3; channel++) {
        for (int i = from; i < to; i++) {
          add(scene, k, channel, i, scratch, block, i - from);
        }
      }
    }
    clampBelow(block);
  }

  /** Rows 1, 2, 3 of the scratch memory: x, y, z from the camera to each Gaussian. */
  static void loadDirections(GaussianScene scene, float[] eye, int from, int to, float[] scratch) {
    for (int axis = 0; axis < 3; axis++) {
      for (int i = from; i < to; i++) {
        scratch[(axis + 1) * BLOCK + i - from] = scene.position(i, axis) - eye[axis];
      }
    }
  }

  /** Adds basis function k times its coefficient. */
  static void add(
      GaussianScene scene, int k, int channel, int i, float[] basis, float[] block, int at) {
    int sum = channel * BLOCK + at;
    block[sum] = Math.fma(basis[k * BLOCK + at], scene.harmonic(i, k, channel), block[sum]);
  }

  /** Negative colours become 0. */
  static void clampBelow(float[] block) {
    for (int k = 0; k < block.length; k++) {
      block[k] = block[k] > 0 ? block[k] : 0;
    }
  }
}
