package org.clickgaussian.splat.cpu;

import java.util.Arrays;

/**
 * The tiles that some Gaussians reach, as spans of neighbouring tiles in a row of tiles. Memory for
 * one slice of {@link TileLists}, used again.
 */
final class TileSpans {
  private static final int SIDE = TileGrid.SIDE;

  /** Ints of a span: Gaussian, first tile, one after the last tile. */
  private static final int STRIDE = 3;

  private int[] cursors = {};
  private int[] spans = new int[STRIDE << 12];
  private int end;

  /** Finds the spans of the Gaussians {@code order[from …to)} and counts them by tile. */
  void find(ProjectedGaussians gaussians, int[] order, int from, int to, TileGrid grid) {
    if (cursors.length != grid.tiles()) {
      cursors = new int[grid.tiles()];
    }
    Arrays.fill(cursors, 0);
    end = 0;
    for (int j = from; j < to; j++) {
      find(gaussians, order[j], grid.columns());
    }
  }

  /** Turns the count of a tile into a place in its list; returns the count. */
  int place(int tile, int start) {
    int count = cursors[tile];
    cursors[tile] = start;
    return count;
  }

  /** Writes the Gaussians to their places. */
  void write(int[] entries) {
    for (int s = 0; s < end; s += STRIDE) {
      int gaussian = spans[s];
      for (int tile = spans[s + 1]; tile < spans[s + 2]; tile++) {
        entries[cursors[tile]++] = gaussian;
      }
    }
  }

  private void find(ProjectedGaussians gaussians, int gaussian, int columns) {
    int firstColumn = gaussians.columns()[gaussian] & 0xffff;
    int lastColumn = gaussians.columns()[gaussian] >>> 16;
    int firstRow = gaussians.rows()[gaussian] & 0xffff;
    int lastRow = gaussians.rows()[gaussian] >>> 16;
    int needed = end + STRIDE * (lastRow - firstRow + 1);
    if (needed > spans.length) {
      spans = Arrays.copyOf(spans, Math.max(needed, 2 * spans.length));
    }
    if (firstRow == lastRow || firstColumn == lastColumn) {
      // The box around the ellipse is one tile wide or high: the ellipse reaches all of it.
      for (int row = firstRow; row <= lastRow; row++) {
        add(gaussian, row * columns + firstColumn, row * columns + lastColumn);
      }
    } else {
      followEllipse(gaussians.values(), gaussian, gaussians, columns);
    }
  }

  private void add(int gaussian, int firstTile, int lastTile) {
    spans[end] = gaussian;
    spans[end + 1] = firstTile;
    spans[end + 2] = lastTile + 1;
    end += STRIDE;
    for (int tile = firstTile; tile <= lastTile; tile++) {
      cursors[tile]++;
    }
  }

  /** Adds, in each row of tiles, the tiles between the ellipse's leftmost and rightmost point. */
  private void followEllipse(
      float[] values, int gaussian, ProjectedGaussians gaussians, int columns) {
    int at = gaussian * ProjectedGaussians.STRIDE;
    double x = values[at + ProjectedGaussians.X];
    double y = values[at + ProjectedGaussians.Y];
    double inverseP = 1.0 / values[at + ProjectedGaussians.P];
    double q = values[at + ProjectedGaussians.Q];
    double r = values[at + ProjectedGaussians.R];
    double halfHeight = values[at + ProjectedGaussians.HALF_HEIGHT];
    double rightmost = values[at + ProjectedGaussians.RIGHTMOST];
    double budget =
        Math.fma(
            values[at + ProjectedGaussians.LOG_OPACITY],
            ProjectionKernel.BUDGET_FACTOR,
            ProjectionKernel.BUDGET_OFFSET);
    int firstColumn = gaussians.columns()[gaussian] & 0xffff;
    int lastColumn = gaussians.columns()[gaussian] >>> 16;
    int lastRow = gaussians.rows()[gaussian] >>> 16;
    for (int row = gaussians.rows()[gaussian] & 0xffff; row <= lastRow; row++) {
      double top = Math.max(row * SIDE + 0.5 - y, -halfHeight);
      double bottom = Math.min(row * SIDE + SIDE - 0.5 - y, halfHeight);
      double dyRight = Math.min(Math.max(rightmost, top), bottom);
      double dyLeft = Math.min(Math.max(-rightmost, top), bottom);
      double right = x + (halfChord(budget, r * dyRight) - q * dyRight) * inverseP;
      double left = x - (halfChord(budget, r * dyLeft) + q * dyLeft) * inverseP;
      int from = Math.max(firstColumn, TileGrid.tileAt(left - ProjectionKernel.ROUNDING));
      int to = Math.min(lastColumn, TileGrid.tileAt(right + ProjectionKernel.ROUNDING));
      if (from <= to) {
        add(gaussian, row * columns + from, row * columns + to);
      }
    }
  }

  /** |u| up to which the ellipse extends at a given v. */
  private static double halfChord(double budget, double v) {
    return Math.sqrt(Math.max(0, budget - v * v));
  }
}
