package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/** A list of pixels, dealt out to the tiles that hold them; repeats are kept. */
final class PixelsByTile {
  private static final int SIDE = TileGrid.SIDE;

  private final int[] tiles;
  private final int[] starts;
  private final int[] rows;
  private final int[] requests;
  private final int[] places;
  private final int count;

  /**
   * Deals out pixels.
   *
   * @param pixels pixel numbers, row · width + column
   * @throws IndexOutOfBoundsException if one lies outside the image
   */
  PixelsByTile(TileGrid grid, int[] pixels) {
    int[] sizes = new int[grid.tiles()];
    for (int pixel : pixels) {
      if (pixel < 0 || pixel >= grid.width() * grid.height()) {
        throw new IndexOutOfBoundsException(
            "pixel %d of an image of %d × %d".formatted(pixel, grid.width(), grid.height()));
      }
      sizes[grid.tileOf(pixel)]++;
    }
    tiles = new int[(int) Arrays.stream(sizes).filter(size -> size > 0).count()];
    starts = new int[tiles.length + 1];
    rows = new int[tiles.length];
    int[] numberOf = new int[grid.tiles()];
    int filled = 0;
    for (int tile = 0; tile < sizes.length; tile++) {
      if (sizes[tile] > 0) {
        tiles[filled] = tile;
        numberOf[tile] = filled;
        starts[filled + 1] = starts[filled] + sizes[tile];
        filled++;
      }
    }
    count = pixels.length;
    requests = new int[count];
    places = new int[count];
    int[] next = starts.clone();
    for (int request = 0; request < count; request++) {
      int y = pixels[request] / grid.width() % SIDE;
      int x = pixels[request] % grid.width() % SIDE;
      int t = numberOf[grid.tileOf(pixels[request])];
      rows[t] |= 1 << y;
      places[next[t]] = y * SIDE + x;
      requests[next[t]++] = request;
    }
  }

  /** The number of pixels in the list. */
  int count() {
    return count;
  }

  /** The number of tiles that hold any. */
  int tiles() {
    return tiles.length;
  }

  /** Number in the grid of the t-th tile that holds any. */
  int tile(int t) {
    return tiles[t];
  }

  /** Bit y is set where row y of the t-th tile holds a pixel of the list. */
  int rows(int t) {
    return rows[t];
  }

  /** Where the pixels of the t-th tile start in {@link #request} and {@link #place}. */
  int start(int t) {
    return starts[t];
  }

  /** The pixel's position in the list. */
  int request(int j) {
    return requests[j];
  }

  /** The pixel's place in its tile: row · 16 + column. */
  int place(int j) {
    return places[j];
  }
}
