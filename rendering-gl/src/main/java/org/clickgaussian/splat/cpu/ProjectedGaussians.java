package org.clickgaussian.splat.cpu;

import org.clickgaussian.work.Workers;

/**
 * The Gaussians as one camera sees them: what the blending of a tile needs, and who is visible at
 * all. Memory for one view, used again for later ones.
 */
final class ProjectedGaussians {
  /** Floats of a Gaussian in {@link #values()}. */
  static final int STRIDE = 8;

  /** Position of the centre in pixels. */
  static final int X = 0;

  static final int Y = 1;

  /** Factors of the exponent: u = p·dx + q·dy, v = r·dy. */
  static final int P = 2;

  static final int Q = 3;
  static final int R = 4;

  /** L = log₂ of the opacity. */
  static final int LOG_OPACITY = 5;

  /** Rows farther than this from the centre have α below 1/255 everywhere; pixels. */
  static final int HALF_HEIGHT = 6;

  /** How far below the centre the rightmost point of the ellipse lies where α is 1/255; pixels. */
  static final int RIGHTMOST = 7;

  private static final int PIECE = 4096;

  private final float[] values;
  private final float[] depths;
  private final int[] columns;
  private final int[] rows;
  private final int[] visible;
  private int visibleCount;

  ProjectedGaussians(int count) {
    values = new float[Math.multiplyExact(STRIDE, count)];
    depths = new float[count];
    columns = new int[count];
    rows = new int[count];
    visible = new int[count];
  }

  /** {@value #STRIDE} floats for each of the N Gaussians; those not visible hold anything. */
  float[] values() {
    return values;
  }

  /** z in camera coordinates of each of the N Gaussians; those not visible hold anything. */
  float[] depths() {
    return depths;
  }

  /**
   * For each of the N Gaussians the first column of tiles that it may reach, and in the upper 16
   * bits the last.
   */
  int[] columns() {
    return columns;
  }

  /** For each of the N Gaussians the first row of tiles, and in the upper 16 bits the last. */
  int[] rows() {
    return rows;
  }

  /** Indices of the visible Gaussians, ascending, in the first {@link #visibleCount()} places. */
  int[] visible() {
    return visible;
  }

  int visibleCount() {
    return visibleCount;
  }

  /** Projects all Gaussians and finds those that touch a tile of the image. */
  void project(
      ProjectionKernel kernel,
      ActivatedGaussians gaussians,
      Projection camera,
      TileGrid grid,
      Pool<double[]> blocks,
      Workers workers) {
    int n = gaussians.count();
    int[] found = new int[Workers.pieces(n, PIECE)];
    workers.forRanges(
        n,
        PIECE,
        (piece, from, to) -> {
          double[] block = blocks.take();
          int end = from;
          for (int i = from; i < to; i += ProjectionKernel.BLOCK) {
            int blockEnd = Math.min(i + ProjectionKernel.BLOCK, to);
            kernel.project(camera, gaussians, i, blockEnd, block);
            end = keepVisible(gaussians, grid, block, i, blockEnd, end);
          }
          found[piece] = end - from;
          blocks.give(block);
        });
    closeGaps(found);
  }

  private void closeGaps(int[] found) {
    visibleCount = 0;
    for (int piece = 0; piece < found.length; piece++) {
      System.arraycopy(visible, piece * PIECE, visible, visibleCount, found[piece]);
      visibleCount += found[piece];
    }
  }

  /** Copies the visible Gaussians of a block, their indices to {@code visible[end …]}. */
  private int keepVisible(
      ActivatedGaussians gaussians, TileGrid grid, double[] block, int from, int to, int end) {
    int next = end;
    for (int i = from; i < to; i++) {
      int at = i - from;
      // Written so that a value that is not a number leaves the Gaussian out.
      if (block[ProjectionKernel.DEPTH * ProjectionKernel.BLOCK + at] > Projection.NEAR
          && findTiles(grid, block, at, i)) {
        copy(block, at, i, gaussians.logOpacity(i));
        visible[next++] = i;
      }
    }
    return next;
  }

  /**
   * Stores the tiles that both the square of the radius and the box around the ellipse touch; false
   * where there are none. The ellipse alone would change the picture: the square cuts it off.
   */
  private boolean findTiles(TileGrid grid, double[] block, int at, int i) {
    int row = ProjectionKernel.BLOCK;
    double radius = Math.ceil(block[ProjectionKernel.REACH * row + at]);
    double halfWidth = block[ProjectionKernel.HALF_WIDTH * row + at];
    double halfHeight = block[ProjectionKernel.HALF_HEIGHT * row + at];
    double x = block[ProjectionKernel.X * row + at];
    double y = block[ProjectionKernel.Y * row + at];
    double p = block[ProjectionKernel.P * row + at];
    if (!(radius + halfWidth + halfHeight + p < Double.POSITIVE_INFINITY)) {
      return false;
    }
    int firstColumn = Math.max(TileGrid.firstTouched(x, radius), TileGrid.tileAt(x - halfWidth));
    int lastColumn = Math.min(TileGrid.lastTouched(x, radius), TileGrid.tileAt(x + halfWidth));
    int firstRow = Math.max(TileGrid.firstTouched(y, radius), TileGrid.tileAt(y - halfHeight));
    int lastRow = Math.min(TileGrid.lastTouched(y, radius), TileGrid.tileAt(y + halfHeight));
    firstColumn = Math.max(0, firstColumn);
    firstRow = Math.max(0, firstRow);
    lastColumn = Math.min(grid.columns() - 1, lastColumn);
    lastRow = Math.min(grid.rows() - 1, lastRow);
    columns[i] = firstColumn | lastColumn << 16;
    rows[i] = firstRow | lastRow << 16;
    return firstColumn <= lastColumn && firstRow <= lastRow;
  }

  private void copy(double[] block, int at, int i, float logOpacity) {
    int row = ProjectionKernel.BLOCK;
    int to = i * STRIDE;
    values[to + X] = (float) block[ProjectionKernel.X * row + at];
    values[to + Y] = (float) block[ProjectionKernel.Y * row + at];
    values[to + P] = (float) block[ProjectionKernel.P * row + at];
    values[to + Q] = (float) block[ProjectionKernel.Q * row + at];
    values[to + R] = (float) block[ProjectionKernel.R * row + at];
    values[to + LOG_OPACITY] = logOpacity;
    values[to + HALF_HEIGHT] = (float) block[ProjectionKernel.HALF_HEIGHT * row + at];
    values[to + RIGHTMOST] = (float) block[ProjectionKernel.RIGHTMOST * row + at];
    depths[i] = (float) block[ProjectionKernel.DEPTH * row + at];
  }
}
