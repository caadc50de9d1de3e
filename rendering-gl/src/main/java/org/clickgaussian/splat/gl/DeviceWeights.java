package org.clickgaussian.splat.gl;

import org.clickgaussian.gl.GlBuffer;

/**
 * Blend weights on the device: a sparse matrix of pixels × Gaussians with compressed rows, as
 * {@link org.clickgaussian.splat.BlendWeights} is in memory. Whoever has it closes it.
 *
 * @param rows the number of rows
 * @param entries the number of entries in all rows
 * @param rowStarts uint[rows + 1]: the entries of row r lie from word r to word r + 1, front to
 *     back
 * @param gaussians uint[entries]: the Gaussian of each entry; one word where there are none
 * @param weights float[entries]: w = αT of each entry; one word where there are none
 */
public record DeviceWeights(
    int rows, long entries, GlBuffer rowStarts, GlBuffer gaussians, GlBuffer weights)
    implements AutoCloseable {

  /** Bytes on the device. */
  public long bytes() {
    return rowStarts.bytes() + gaussians.bytes() + weights.bytes();
  }

  /** Frees the memory; from any thread. */
  @Override
  public void close() {
    rowStarts.close();
    gaussians.close();
    weights.close();
  }
}
