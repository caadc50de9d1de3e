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

  /** ⌈3√λmax⌉ in pixels, decides the tiles that can be touched. */
  static final int RADIUS = 7;

  private static final int PIECE = 4096;

  private final float[] values;
  private final float[] depths;
  private final int[] visible;
  private int visibleCount;

  ProjectedGaussians(int count) {
    values = new float[Math.multiplyExact(STRIDE, count)];
    depths = new float[count];
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
      float logOpacity = gaussians.logOpacity(i);
      double depth = block[ProjectionKernel.DEPTH * ProjectionKernel.BLOCK + at];
      // Written so that a value that is not a number leaves the Gaussian out.
      if (depth > Projection.NEAR
          && logOpacity >= -BlendKernel.LARGEST_EXPONENT
          && keep(grid, block, at, i, logOpacity)) {
        depths[i] = (float) depth;
        visible[next++] = i;
      }
    }
    return next;
  }

  private boolean keep(TileGrid grid, double[] block, int at, int i, float logOpacity) {
    int row = ProjectionKernel.BLOCK;
    float x = (float) block[ProjectionKernel.X * row + at];
    float y = (float) block[ProjectionKernel.Y * row + at];
    float p = (float) block[ProjectionKernel.P * row + at];
    float q = (float) block[ProjectionKernel.Q * row + at];
    float r = (float) block[ProjectionKernel.R * row + at];
    float radius = (float) Math.ceil(block[ProjectionKernel.REACH * row + at]);
    if (!(p > 0 && r > 0 && Float.isFinite(q) && Float.isFinite(radius))
        || !touches(x, radius, grid.columns())
        || !touches(y, radius, grid.rows())) {
      return false;
    }
    int to = i * STRIDE;
    values[to + X] = x;
    values[to + Y] = y;
    values[to + P] = p;
    values[to + Q] = q;
    values[to + R] = r;
    values[to + LOG_OPACITY] = logOpacity;
    values[to + HALF_HEIGHT] = (float) (Math.sqrt(budget(logOpacity)) / r + ROUNDING_PIXELS);
    values[to + RADIUS] = radius;
    return true;
  }

  private static boolean touches(float centre, float radius, int tiles) {
    return TileGrid.firstTouched(centre, radius, tiles)
        < TileGrid.endTouched(centre, radius, tiles);
  }

  /** More than any rounding in a position, so that no pixel with α of 1/255 is missed. */
  static final double ROUNDING_PIXELS = 1e-2;

  /** u² + v² up to which α reaches 1/255, and a little more than any rounding. */
  static double budget(float logOpacity) {
    return (logOpacity + BlendKernel.LARGEST_EXPONENT) * (1 + 1e-5) + 1e-5;
  }
}
