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

  /** Rows of the result: half the width and height in pixels of the ellipse where α is 1/255. */
  int HALF_WIDTH = 7;

  int HALF_HEIGHT = 8;

  /** Row of the result: how far below the centre the rightmost point of that ellipse lies. */
  int RIGHTMOST = 9;

  /** Number of rows of the result. */
  int ROWS = 10;

  /** More than any rounding in a position, so that no pixel with α of 1/255 is missed; pixels. */
  double ROUNDING = 1e-2;

  /**
   * u² + v² up to which α reaches 1/255, and a little more than any rounding: {@code BUDGET_FACTOR}
   * times log₂ of the opacity plus {@code BUDGET_OFFSET}.
   */
  double BUDGET_FACTOR = 1 + 1e-5;

  double BUDGET_OFFSET = BlendKernel.LARGEST_EXPONENT * BUDGET_FACTOR + 1e-5;

  /**
   * Projects the Gaussians {@code from} to {@code to} (exclusive), at most {@link #BLOCK}.
   *
   * @param block result, double[ROWS · BLOCK]; the value of Gaussian i in row k lies at k · BLOCK +
   *     i − from. Where a Gaussian lies behind the camera, is not finite or has an opacity below
   *     1/255, the values mean nothing, but some of those from REACH on are then not finite
   */
  void project(Projection camera, ActivatedGaussians gaussians, int from, int to, double[] block);
}
