package org.clickgaussian.splat.cpu;

/** The inner loops of blending a tile. */
interface BlendKernel {
  /** α is at most this. */
  float LARGEST_ALPHA = 0.99f;

  /** log₂ 255: where −log₂ α is larger, α is below 1/255 and the Gaussian is skipped. */
  float LARGEST_EXPONENT = (float) (Math.log(255) / Math.log(2));

  /** The Gaussian that would bring the transmittance below this ends the pixel instead. */
  float SMALLEST_TRANSMITTANCE = 1e-4f;

  /**
   * Computes the blend weights of a chunk of a tile's Gaussians and moves the tile's transmittance
   * behind them.
   *
   * @param gaussians the projected Gaussians
   * @param list indices of Gaussians, front to back
   * @param from first of the chunk in {@code list}
   * @param to one after the last, at most {@link TileBlend#CHUNK} more
   * @param tile the tile; receives the weights
   */
  void weigh(ProjectedGaussians gaussians, int[] list, int from, int to, TileBlend tile);

  /**
   * Adds weight times value to the tile's planes for the chunk that was weighed last. Values are
   * read from {@code tile.attributes}, row-major float[chunk][channels].
   */
  void accumulate(TileBlend tile, int channels);
}
