package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.GaussianScene;

/**
 * Colour of Gaussians seen from a point: max(0, SH(direction) + ½) with real spherical harmonics up
 * to degree 3, in the order and signs of 3D Gaussian Splatting.
 */
interface HarmonicsKernel {
  /** The most Gaussians in a block: enough for each plane of the scene to be read in long runs. */
  int BLOCK = 256;

  /** Floats of scratch memory. */
  int SCRATCH = 16 * BLOCK;

  float Y0 = 0.28209479177387814f;
  float Y1 = 0.4886025119029199f;
  float Y2_XY = 1.0925484305920792f;
  float Y2_ZZ = 0.31539156525252005f;
  float Y2_XX = 0.5462742152960396f;
  float Y3_A = 0.5900435899266435f;
  float Y3_XYZ = 2.890611442640554f;
  float Y3_B = 0.4570457994644658f;
  float Y3_ZZZ = 0.3731763325901154f;
  float Y3_C = 1.445305721320277f;

  /**
   * Colours of the Gaussians {@code from} to {@code to} (exclusive), at most {@link #BLOCK}.
   *
   * @param eye where the camera stands in the world, float[3]
   * @param scratch memory to work in, float[{@value #SCRATCH}]
   * @param block result, float[3 · BLOCK]: red, green and blue plane
   */
  void colours(GaussianScene scene, float[] eye, int from, int to, float[] scratch, float[] block);
}
