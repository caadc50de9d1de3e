package org.clickgaussian.splat.gl;

import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlKernel;
import org.clickgaussian.gl.sort.PrefixSum;
import org.clickgaussian.splat.cpu.TileGrid;

/**
 * Collects the blend weights of some pixels: counts them, sums the counts up to where each row
 * starts, then writes them. Used on the context's thread.
 */
final class WeightRows implements AutoCloseable {
  /** Invocations in a work group of the kernels. */
  private static final int GROUP = 64;

  /** What a pixel takes to look at a Gaussian, without doubles. */
  private static final int OPERATIONS_A_GAUSSIAN = 100;

  private static final int CROWDED = 4;

  private final GlKernel count;
  private final GlKernel write;
  private final PrefixSum prefixSum;
  private final Totals totals;

  WeightRows(GlContext context) {
    count = context.kernel(GlRasterizer.class, "weights_count.comp", Map.of());
    write = context.kernel(GlRasterizer.class, "weights_write.comp", Map.of());
    prefixSum = new PrefixSum(context);
    totals = new Totals(context);
  }

  /**
   * Finds where each row starts.
   *
   * @param pixels pixel numbers
   * @param rows how many of them
   * @param rowStarts receives rows + 1 words
   * @return the number of entries of all rows
   */
  long count(TileGrid grid, ViewBuffers view, GlBuffer pixels, int rows, GlBuffer rowStarts) {
    if (rows == 0) {
      rowStarts.fill(0);
      return 0;
    }
    count
        .with("starts", view.starts.get())
        .with("list", view.list.get())
        .with("splats", view.splats.get())
        .with("pixels", pixels)
        .with("counts", rowStarts)
        .set("count", rows)
        .set("columns", grid.columns())
        .set("width", grid.width())
        .set("height", grid.height())
        .dispatch(Math.ceilDiv(rows, GROUP), operations(grid, view, rows));
    prefixSum.exclusive(rowStarts, rowStarts, rows);
    totals.begin();
    totals.words().upload(rows);
    return totals.read(rowStarts, rows, "blend weights").sum();
  }

  /** Writes the entries of rows that {@link #count} has found the starts of. */
  void write(
      TileGrid grid,
      ViewBuffers view,
      GlBuffer pixels,
      int rows,
      GlBuffer rowStarts,
      GlBuffer gaussians,
      GlBuffer weights) {
    write
        .with("starts", view.starts.get())
        .with("list", view.list.get())
        .with("splats", view.splats.get())
        .with("pixels", pixels)
        .with("rowStarts", rowStarts)
        .with("gaussians", gaussians)
        .with("weights", weights)
        .set("count", rows)
        .set("columns", grid.columns())
        .set("width", grid.width())
        .set("height", grid.height())
        .dispatch(Math.ceilDiv(rows, GROUP), operations(grid, view, rows));
  }

  /** Pixels that are asked for may all lie where there are many more Gaussians than elsewhere. */
  private static double operations(TileGrid grid, ViewBuffers view, int rows) {
    return (double) OPERATIONS_A_GAUSSIAN * CROWDED * rows * view.pairs / grid.tiles();
  }

  @Override
  public void close() {
    prefixSum.close();
    totals.close();
  }
}
