package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/**
 * A tile while it is blended: the transmittance of its pixels, and the blend weights of the chunk
 * of Gaussians that was blended last.
 *
 * <p>Weights are kept by rows of 16 pixels. Entry e of row y is the Gaussian at {@code positions[y
 * · CHUNK + e]}, counted from the first of the chunk, with the weights {@code weights[(y · CHUNK +
 * e) · 16 …]}, of which some or all may be 0.
 */
final class TileBlend {
  /** The most Gaussians whose weights are held at a time. */
  static final int CHUNK = 64;

  /** After this many Gaussians, finished rows are looked for. */
  static final int CHECK = 32;

  private static final int SIDE = TileGrid.SIDE;
  private static final int ALL_ROWS = (1 << SIDE) - 1;

  /**
   * Transmittance of each pixel before the next Gaussian; with its sign changed once the pixel is
   * finished: no further Gaussian reaches it.
   */
  final float[] transmittance = new float[TileGrid.PIXELS];

  /** The number of entries in each row. */
  final int[] entries = new int[SIDE];

  final int[] positions = new int[SIDE * CHUNK];
  final float[] weights = new float[SIDE * CHUNK * SIDE];

  /** Values of each Gaussian of the chunk that the weights are to multiply; grown on demand. */
  float[] attributes = new float[0];

  /** Sums of weight times value, one plane of pixels after another; grown on demand. */
  float[] planes = new float[0];

  /** Bit y is set while row y has an unfinished pixel. */
  int liveRows;

  /** Left and upper border in pixels. */
  int left;

  int top;

  /**
   * Starts a tile.
   *
   * @param rows bit y is set where row y is wanted; other rows get no weights
   */
  void begin(TileGrid grid, int tile, int rows) {
    left = grid.left(tile);
    top = grid.top(tile);
    int width = grid.widthOf(tile);
    liveRows = rows & (ALL_ROWS >>> (SIDE - grid.heightOf(tile)));
    for (int y = 0; y < SIDE; y++) {
      boolean live = (liveRows >>> y & 1) != 0;
      Arrays.fill(transmittance, y * SIDE, y * SIDE + SIDE, -1);
      Arrays.fill(transmittance, y * SIDE, y * SIDE + (live ? width : 0), 1);
    }
  }

  /** Makes room for values of a chunk and for the planes of sums, which are set to 0. */
  void reserve(int channels) {
    int stride = PLANE_STRIDE;
    if (attributes.length < channels * CHUNK) {
      attributes = new float[channels * CHUNK];
    }
    if (planes.length < channels * stride) {
      planes = new float[channels * stride];
    }
    Arrays.fill(planes, 0, channels * stride, 0);
  }

  /**
   * Floats from one plane of sums to the next. A row more than the pixels need: planes a power of
   * two apart would fall on the same few lines of the processor's cache.
   */
  static final int PLANE_STRIDE = TileGrid.PIXELS + SIDE;
}
