package org.clickgaussian.training.gl;

import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GrowingBuffer;

/**
 * The losses of an iteration on their way to the host: rows of eight floats from each work group
 * are summed 256 at a time on the device, what is left in double precision on the host, always in
 * the same order.
 */
final class LossSums implements AutoCloseable {
  /** Floats in a row. */
  static final int WIDTH = 8;

  private static final int SUMMED = 256;

  private final LearnerKernels kernels;
  private final GrowingBuffer sums;
  private int pixelRows;
  private int gaussianRows;

  LossSums(GlContext context, LearnerKernels kernels) {
    this.kernels = kernels;
    this.sums = new GrowingBuffer(context);
  }

  /** Sums the rows that the passes over pixels and over Gaussians left. */
  void add(GlBuffer pixelLosses, int pixelCount, GlBuffer gaussianLosses, int gaussianCount) {
    pixelRows = Math.ceilDiv(pixelCount, SUMMED);
    gaussianRows = Math.ceilDiv(gaussianCount, SUMMED);
    sums.atLeast((long) WIDTH * (pixelRows + gaussianRows));
    sum(pixelLosses, pixelCount, 0);
    sum(gaussianLosses, gaussianCount, pixelRows);
  }

  private void sum(GlBuffer losses, int rows, int target) {
    kernels
        .get("sum_losses")
        .with("losses", losses)
        .with("sums", sums.get())
        .set("count", rows)
        .set("target", target)
        .dispatch(Math.ceilDiv(rows, SUMMED));
  }

  /**
   * What was summed; waits for the device.
   *
   * @param ofPixels double[8] of the pass over pixels
   * @param ofGaussians double[8] of the pass over Gaussians
   */
  record Totals(double[] ofPixels, double[] ofGaussians) {}

  Totals read() {
    float[] rows = sums.get().floats(0, WIDTH * (pixelRows + gaussianRows));
    return new Totals(total(rows, 0, pixelRows), total(rows, pixelRows, gaussianRows));
  }

  private static double[] total(float[] rows, int first, int count) {
    double[] total = new double[WIDTH];
    for (int i = 0; i < WIDTH * count; i++) {
      total[i % WIDTH] += rows[WIDTH * first + i];
    }
    return total;
  }

  @Override
  public void close() {
    sums.close();
  }
}
