package org.clickgaussian.splat.cpu;

import org.clickgaussian.work.Workers;

/**
 * For every tile the Gaussians that may reach it, front to back. Memory for one view, used again.
 *
 * <p>A Gaussian is listed where the square of its radius touches the tile (this is part of the
 * semantics) and where the ellipse on which α is 1/255 does (elsewhere it would be skipped anyway).
 *
 * <p>The Gaussians in order of depth are cut into slices. Each slice finds the spans of tiles that
 * its Gaussians reach and counts them by tile. The counts give each slice its place in each tile's
 * list, to which it then writes its spans.
 */
final class TileLists {
  /** Gaussians in a slice at least, and the most slices. */
  private static final int SMALLEST_SLICE = 2048;

  private static final int MOST_SLICES = 32;

  private final int mostEntries;
  private final TileSpans[] slices = new TileSpans[MOST_SLICES];
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
   * @throws IllegalStateException if they reach more tiles than may be listed
   */
  void build(ProjectedGaussians gaussians, int[] order, TileGrid grid, Workers workers) {
    int count = gaussians.visibleCount();
    int size = Math.max(SMALLEST_SLICE, Workers.pieces(count, MOST_SLICES));
    int used = Workers.pieces(count, size);
    workers.forRanges(
        count,
        size,
        (slice, from, to) -> {
          if (slices[slice] == null) {
            slices[slice] = new TileSpans();
          }
          slices[slice].find(gaussians, order, from, to, grid);
        });
    placeSlices(used, grid.tiles());
    int total = starts[grid.tiles()];
    if (entries.length < total) {
      entries = new int[total + total / 8];
    }
    workers.forEach(used, slice -> slices[slice].write(entries));
  }

  /** Turns counts by slice and tile into each slice's place in each tile's list. */
  private void placeSlices(int used, int tiles) {
    if (starts.length != tiles + 1) {
      starts = new int[tiles + 1];
    }
    long total = 0;
    for (int tile = 0; tile < tiles; tile++) {
      starts[tile] = (int) total;
      for (int slice = 0; slice < used; slice++) {
        total += slices[slice].place(tile, (int) total);
      }
      if (total > mostEntries) {
        throw new IllegalStateException(
            "the Gaussians of this view are so large that together they reach tiles of the image"
                + " more than %,d times; render a smaller image".formatted(mostEntries));
      }
    }
    starts[tiles] = (int) total;
  }
}
