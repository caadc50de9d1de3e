package org.clickgaussian.training.gl;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;

/** A buffer that is made anew when more is asked for; what it held is lost then. */
final class GrownBuffer implements AutoCloseable {
  private final GlContext context;
  private GlBuffer buffer;

  GrownBuffer(GlContext context) {
    this.context = context;
  }

  /** The buffer with at least so many words, zeros when it had to grow. */
  GlBuffer of(long words) {
    if (buffer == null || buffer.words() < words) {
      close();
      buffer = context.buffer(Math.max(4, words + words / 4));
    }
    return buffer;
  }

  /** The buffer as it was asked for last. */
  GlBuffer get() {
    return buffer == null ? of(4) : buffer;
  }

  /** The buffer with the first values of an array. */
  GlBuffer holding(int[] values, int count) {
    GlBuffer target = of(count);
    target.upload(MemorySegment.ofArray(values), count);
    return target;
  }

  @Override
  public void close() {
    if (buffer != null) {
      buffer.close();
      buffer = null;
    }
  }
}
