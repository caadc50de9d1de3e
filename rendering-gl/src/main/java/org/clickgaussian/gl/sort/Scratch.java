package org.clickgaussian.gl.sort;

import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;

/** Memory on the device for what lies between two steps. It grows and is kept. */
final class Scratch implements AutoCloseable {
  private final GlContext context;
  private GlBuffer buffer;

  Scratch(GlContext context) {
    this.context = context;
  }

  /** The memory, with room for so many words; what it held is lost when it grows. */
  GlBuffer atLeast(long words) {
    if (buffer == null || buffer.words() < words) {
      close();
      buffer = context.buffer(words + words / 4);
    }
    return buffer;
  }

  /** The memory as it was last asked for. */
  GlBuffer buffer() {
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
