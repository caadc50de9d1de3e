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
public record TileGrid(int width, int height, int columns, int rows) {
  /** Pixels along the side of a tile. */
  public static final int SIDE = 16;

  /** Pixels in a tile. */
  public static final int PIXELS = SIDE * SIDE;

  /** Most tiles along one axis. */
  private static final int MOST = 1 << 15;

  /**
   * The tiles of an image.
   *
   * @throws IllegalArgumentException if it has more than 524,288 pixels in a row or column
   */
  public static TileGrid of(int width, int height) {
    if (width > MOST * SIDE || height > MOST * SIDE) {
      throw new IllegalArgumentException("an image of " + width + " × " + height + " is too large");
    }
    return new TileGrid(width, height, (width + SIDE - 1) / SIDE, (height + SIDE - 1) / SIDE);
  }

  /** The number of tiles. */
  public int tiles() {
    return Math.multiplyExact(columns, rows);
  }

  /** The tile that holds a pixel of the image. */
  int tileOf(int pixel) {
    return pixel / width / SIDE * columns + pixel % width / SIDE;
  }

  /** Left border of a tile in pixels. */
  public int left(int tile) {
    return tile % columns * SIDE;
  }

  /** Upper border of a tile in pixels. */
  public int top(int tile) {
    return tile / columns * SIDE;
  }

  /** Pixels of a tile's row that lie in the image. */
  public int widthOf(int tile) {
    return Math.min(SIDE, width - left(tile));
  }

  /** Rows of a tile that lie in the image. */
  public int heightOf(int tile) {
    return Math.min(SIDE, height - top(tile));
  }

  /**
   * First tile, along one axis, that the square of a Gaussian's radius touches; may lie outside the
   * image. As in the reference implementation, whose pixel centres are at whole numbers.
   *
   * @param centre centre of the Gaussian in pixels, pixel centres at +0.5
   * @param radius in pixels
   */
  static int firstTouched(double centre, double radius) {
    return (int) Math.floor((centre - 0.5 - radius) / SIDE);
  }

  /** The last tile, along one axis, that the square touches. */
  static int lastTouched(double centre, double radius) {
    return (int) Math.floor((centre - 0.5 + radius - 1) / SIDE);
  }

  /** The tile, along one axis, in which a pixel position lies, pixel centres at +0.5. */
  static int tileAt(double position) {
    return (int) Math.floor((position - 0.5) / SIDE);
  }
}
