package org.clickgaussian.splat.gl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView.TileVisitor;
import org.clickgaussian.splat.cpu.TileGrid;

/** Some tiles in a row, and the blend weights of their pixels, to be shown tile by tile. */
final class TileEntries {
  /** Tiles whose weights are brought to memory together. */
  static final int TILES = 256;

  private final int firstTile;

  /** Where the pixels of each tile start. */
  private final int[] starts;

  private final int[] pixels;

  /** The tiles from {@code from} to {@code to} (exclusive). */
  TileEntries(TileGrid grid, int from, int to) {
    firstTile = from;
    starts = new int[to - from + 1];
    for (int tile = from; tile < to; tile++) {
      int k = tile - from;
      starts[k + 1] = starts[k] + grid.widthOf(tile) * grid.heightOf(tile);
    }
    pixels = new int[starts[to - from]];
    int next = 0;
    for (int tile = from; tile < to; tile++) {
      for (int y = 0; y < grid.heightOf(tile); y++) {
        for (int x = 0; x < grid.widthOf(tile); x++) {
          pixels[next++] = (grid.top(tile) + y) * grid.width() + grid.left(tile) + x;
        }
      }
    }
  }

  /** Pixel numbers, tile by tile. */
  int[] pixels() {
    return pixels;
  }

  /**
   * Shows one tile.
   *
   * @param k number of the tile, counted from the first
   * @param rows the blend weights of {@link #pixels}
   */
  void show(int k, BlendWeights rows, TileVisitor visitor) {
    long first = rows.rowStart(starts[k]);
    int count = Math.toIntExact(rows.rowStart(starts[k + 1]) - first);
    int[] pixelOf = new int[count];
    int[] gaussians = new int[count];
    float[] weights = new float[count];
    for (int row = starts[k]; row < starts[k + 1]; row++) {
      int from = (int) (rows.rowStart(row) - first);
      int to = (int) (rows.rowStart(row + 1) - first);
      Arrays.fill(pixelOf, from, to, pixels[row]);
    }
    MemorySegment.copy(rows.gaussians(), ValueLayout.JAVA_INT, 4 * first, gaussians, 0, count);
    MemorySegment.copy(rows.weights(), ValueLayout.JAVA_FLOAT, 4 * first, weights, 0, count);
    visitor.visit(firstTile + k, count, pixelOf, gaussians, weights);
  }
}
