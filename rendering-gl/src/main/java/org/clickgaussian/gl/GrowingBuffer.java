package org.clickgaussian.gl;

import java.lang.foreign.MemorySegment;

/**
 * Memory on the device that is made when it is first needed, made anew with some room to spare when
 * it is too small, and kept. Used on the context's thread, but for {@link #close}.
 */
public final class GrowingBuffer implements AutoCloseable {
  private static final long LEAST_WORDS = 4;

  private final GlContext context;
  private GlBuffer buffer;

  /** Takes no memory yet. */
  public GrowingBuffer(GlContext context) {
    this.context = context;
  }

  /**
   * A buffer of at least so many words; what was in it is gone when it had to grow, zeros then.
   *
   * @throws GlMemoryException if the device has not so much left
   */
  public GlBuffer atLeast(long words) {
    if (buffer == null || buffer.words() < words) {
      close();
      buffer = context.buffer(Math.max(LEAST_WORDS, words + words / 4));
    }
    return buffer;
  }

  /** The buffer as it was last asked for; a few words where it never was. */
  public GlBuffer get() {
    return buffer == null ? atLeast(LEAST_WORDS) : buffer;
  }

  /** The buffer with the first values of an array. */
  public GlBuffer holding(int[] values, int count) {
    GlBuffer target = atLeast(count);
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
