package org.clickgaussian.splat.cpu;

import org.clickgaussian.work.Workers;

/**
 * For every tile the Gaussians that may reach it, front to back. Memory for one view, used again.
 *
 * <p>A Gaussian is listed where the square of its radius touches the tile (this is part of the
 * semantics) and where the ellipse on which α is 1/255 does (elsewhere it would be skipped anyway).
 */
final class TileLists {
  /** The order is dealt out in slices of this many Gaussians at least, and at most 32 slices. */
  private static final int SMALLEST_SLICE = 2048;

  private static final int MOST_SLICES = 32;

  private final int mostEntries;
  private int[] starts = {0};
  private int[] entries = {};

  /**
   * Empty lists.
   *
   * @param mostEntries refuse to list more pairs of Gaussian and tile than this
   */
  TileLists(int mostEntries) {
    this.mostEntries = mostEntries;
  }

  /** Indices of Gaussians, tile after tile. */
  int[] entries() {
    return entries;
  }

  /** Where the list of a tile starts; for the number of tiles, where the last ends. */
  int start(int tile) {
    return starts[tile];
  }

  /**
   * Lists the Gaussians.
   *
   * @param order visible Gaussians front to back
   */
  void build(ProjectedGaussians gaussians, int[] order, TileGrid grid, Workers workers) {
    int count = gaussians.visibleCount();
    int size = Math.max(SMALLEST_SLICE, Workers.pieces(count, MOST_SLICES));
    int[][] cursors = new int[Workers.pieces(count, size)][grid.tiles()];
    workers.forRanges(
        count,
        size,
        (slice, from, to) -> {
          for (int j = from; j < to; j++) {
            deal(gaussians.values(), order[j], grid, cursors[slice], null);
          }
        });
    starts = startsOf(cursors, grid.tiles());
    int total = starts[grid.tiles()];
    if (entries.length < total) {
      entries = new int[total];
    }
    workers.forRanges(
        count,
        size,
        (slice, from, to) -> {
          for (int j = from; j < to; j++) {
            deal(gaussians.values(), order[j], grid, cursors[slice], entries);
          }
        });
  }

  /** Turns counts by slice and tile into each slice's place in each tile's list. */
  private int[] startsOf(int[][] counts, int tiles) {
    int[] tileStarts = new int[tiles + 1];
    long total = 0;
    for (int tile = 0; tile < tiles; tile++) {
      tileStarts[tile] = (int) total;
      for (int[] slice : counts) {
        int inSlice = slice[tile];
        slice[tile] = (int) total;
        total += inSlice;
      }
      if (total > mostEntries) {
        throw new IllegalStateException(
            "the view's Gaussians are too large: together they reach more than "
                + mostEntries
                + " times into a tile of the image; render a smaller image");
      }
    }
    tileStarts[tiles] = (int) total;
    return tileStarts;
  }

  /** Adds one Gaussian to all tiles that it reaches, or counts these where there is no list. */
  private static void deal(float[] values, int gaussian, TileGrid grid, int[] cursors, int[] list) {
    int at = gaussian * ProjectedGaussians.STRIDE;
    double x = values[at + ProjectedGaussians.X];
    double y = values[at + ProjectedGaussians.Y];
    double p = values[at + ProjectedGaussians.P];
    double q = values[at + ProjectedGaussians.Q];
    double r = values[at + ProjectedGaussians.R];
    double halfHeight = values[at + ProjectedGaussians.HALF_HEIGHT];
    double radius = values[at + ProjectedGaussians.RADIUS];
    double budget = ProjectedGaussians.budget(values[at + ProjectedGaussians.LOG_OPACITY]);
    int firstColumn = TileGrid.firstTouched(x, radius, grid.columns());
    int endColumn = TileGrid.endTouched(x, radius, grid.columns());
    int endRow = TileGrid.endTouched(y, Math.min(radius, halfHeight + 1), grid.rows());
    // Below the centre by this much lies the ellipse's rightmost point, above it the leftmost.
    double rightmost = -q * Math.sqrt(budget / (q * q + r * r)) / r;
    int row = TileGrid.firstTouched(y, Math.min(radius, halfHeight + 1), grid.rows());
    for (; row < endRow; row++) {
      double top = Math.max(row * TileGrid.SIDE + 0.5 - y, -halfHeight);
      double bottom = Math.min(row * TileGrid.SIDE + TileGrid.SIDE - 0.5 - y, halfHeight);
      if (top > bottom) {
        continue;
      }
      double dyRight = Math.min(Math.max(rightmost, top), bottom);
      double dyLeft = Math.min(Math.max(-rightmost, top), bottom);
      double right = (halfWidth(budget, r * dyRight) - q * dyRight) / p;
      double left = (-halfWidth(budget, r * dyLeft) - q * dyLeft) / p;
      int from = Math.max(firstColumn, columnOf(x + left - ProjectedGaussians.ROUNDING_PIXELS));
      int to = Math.min(endColumn - 1, columnOf(x + right + ProjectedGaussians.ROUNDING_PIXELS));
      for (int column = from; column <= to; column++) {
        int place = cursors[row * grid.columns() + column]++;
        if (list != null) {
          list[place] = gaussian;
        }
      }
    }
  }

  /** |u| up to which the ellipse extends at a given v. */
  private static double halfWidth(double budget, double v) {
    return Math.sqrt(Math.max(0, budget - v * v));
  }

  private static int columnOf(double x) {
    return (int) Math.floor((x - 0.5) / TileGrid.SIDE);
  }
}
