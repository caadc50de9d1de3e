package org.clickgaussian.splat.cpu;

/**
 * An image cut into tiles of 16 × 16 pixels, numbered row by row; those at the right and lower
 * border may reach beyond it.
 *
 * @param width pixels in a row of the image
 * @param height pixels in a column of the image
 * @param columns tiles in a row
 * @param rows tiles in a column
 */
record TileGrid(int width, int height, int columns, int rows) {
  /** Pixels along the side of a tile. */
  static final int SIDE = 16;

  /** Pixels in a tile. */
  static final int PIXELS = SIDE * SIDE;

  static TileGrid of(int width, int height) {
    return new TileGrid(width, height, (width + SIDE - 1) / SIDE, (height + SIDE - 1) / SIDE);
  }

  /** The number of tiles. */
  int tiles() {
    return Math.multiplyExact(columns, rows);
  }

  /** The tile that holds a pixel of the image. */
  int tileOf(int pixel) {
    return pixel / width / SIDE * columns + pixel % width / SIDE;
  }

  /** Left border of a tile in pixels. */
  int left(int tile) {
    return tile % columns * SIDE;
  }

  /** Upper border of a tile in pixels. */
  int top(int tile) {
    return tile / columns * SIDE;
  }

  /** Pixels of a tile's row that lie in the image. */
  int widthOf(int tile) {
    return Math.min(SIDE, width - left(tile));
  }

  /** Rows of a tile that lie in the image. */
  int heightOf(int tile) {
    return Math.min(SIDE, height - top(tile));
  }

  /**
   * First tile, along one axis, that the square of a Gaussian's radius touches. As in the reference
   * implementation, whose pixel centres are at whole numbers.
   *
   * @param centre centre of the Gaussian in pixels, pixel centres at +0.5
   * @param radius in pixels
   * @param tiles number of tiles along the axis
   */
  static int firstTouched(double centre, double radius, int tiles) {
    return (int) Math.clamp((centre - 0.5 - radius) / SIDE, 0.0, tiles);
  }

  /** One more than the last tile, along one axis, that the square touches. */
  static int endTouched(double centre, double radius, int tiles) {
    return (int) Math.clamp((centre - 0.5 + radius + (SIDE - 1)) / SIDE, 0.0, tiles);
  }
}
