package org.clickgaussian.splat.gl;

import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GrowingBuffer;

/**
 * Memory on the device for what is asked of a view and answered in memory, used again and again.
 */
final class RequestBuffers implements AutoCloseable {
  /** A table to blend. */
  final GrowingBuffer table;

  /** Pixels whose weights are wanted. */
  final GrowingBuffer pixels;

  /** The weights. */
  final GrowingBuffer rowStarts;

  final GrowingBuffer gaussians;
  final GrowingBuffer weights;

  RequestBuffers(GlContext context) {
    table = new GrowingBuffer(context);
    pixels = new GrowingBuffer(context);
    rowStarts = new GrowingBuffer(context);
    gaussians = new GrowingBuffer(context);
    weights = new GrowingBuffer(context);
  }

  @Override
  public void close() {
    table.close();
    pixels.close();
    rowStarts.close();
    gaussians.close();
    weights.close();
  }
}
