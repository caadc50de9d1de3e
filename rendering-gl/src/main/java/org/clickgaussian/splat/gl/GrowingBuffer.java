package org.clickgaussian.splat.gl;

import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;

/**
 * Memory on the device that is made when it is first needed, made anew when it is too small, and
 * kept. Used on the context's thread, but for {@link #close}.
 */
final class GrowingBuffer implements AutoCloseable {
  private final GlContext context;
  private GlBuffer buffer;

  GrowingBuffer(GlContext context) {
    this.context = context;
  }

  /**
   * A buffer of at least so many words; what was in it may be gone.
   *
   * @throws org.clickgaussian.gl.GlMemoryException if the device has not so much left
   */
  GlBuffer atLeast(long words) {
    if (buffer == null || buffer.words() < words) {
      close();
      buffer = context.buffer(words);
    }
    return buffer;
  }

  /** The buffer as it was last asked for. */
  GlBuffer get() {
    return buffer;
  }

  @Override
  public void close() {
    if (buffer != null) {
      buffer.close();
      buffer = null;
    }
  }
}
