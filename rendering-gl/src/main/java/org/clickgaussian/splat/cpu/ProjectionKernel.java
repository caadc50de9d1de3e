package org.clickgaussian.splat.cpu;

/** Projects a block of Gaussians: the arithmetic only, nothing is left out here. */
interface ProjectionKernel {
  /** The most Gaussians in a block. */
  int BLOCK = 256;

  /** Rows of the result: position in pixels. */
  int X = 0;

  int Y = 1;

  /** Rows of the result: factor p, q, r of the exponent, see the package. */
  int P = 2;

  int Q = 3;
  int R = 4;

  /** Row of the result: three standard deviations along the longer axis, in pixels. */
  int REACH = 5;

  /** Row of the result: z in camera coordinates. */
  int DEPTH = 6;

  /** Number of rows of the result. */
  int ROWS = 7;

  /**
   * Projects the Gaussians {@code from} to {@code to} (exclusive), at most {@link #BLOCK}.
   *
   * @param block result, double[ROWS · BLOCK]; the value of Gaussian i in row k lies at k · BLOCK +
   *     i − from. Where a Gaussian lies behind the camera or is not finite, the values mean nothing
   */
  void project(Projection camera, ActivatedGaussians gaussians, int from, int to, double[] block);
}
