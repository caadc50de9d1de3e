package org.clickgaussian.splat.gl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlReadback;

/**
 * Brings finished pictures to memory while the device and its thread work on for others: the copy
 * is begun, the caller waits for it elsewhere, and it is collected when it is there.
 */
final class PictureReader implements AutoCloseable {
  private static final long NAP_NANOS = 50_000;

  private final GlContext context;

  /** Memory to copy through, a slot each; on the context's thread. */
  private final ArrayDeque<GlReadback> idle = new ArrayDeque<>();

  private boolean closed;

  /** A copy and the memory that it goes through. */
  private record Begun(GlReadback through, GlReadback.Copy copy) {}

  PictureReader(GlContext context) {
    this.context = context;
  }

  /**
   * Has a picture made and waits for it.
   *
   * @param picture makes it, on the context's thread
   * @param words its length
   */
  int[] read(Supplier<GlBuffer> picture, int words) {
    Begun begun = context.call(() -> begin(picture.get(), words));
    while (!context.call(() -> begun.through.isDone(begun.copy))) {
      LockSupport.parkNanos(NAP_NANOS);
    }
    int[] pixels = new int[words];
    context.run(
        () -> {
          begun.through.collect(begun.copy, MemorySegment.ofArray(pixels));
          giveBack(begun.through);
        });
    return pixels;
  }

  private Begun begin(GlBuffer from, int words) {
    GlReadback through = idle.isEmpty() ? context.readback(1) : idle.pop();
    return new Begun(through, through.begin(from, words));
  }

  private void giveBack(GlReadback through) {
    if (closed) {
      through.close();
    } else {
      idle.push(through);
    }
  }

  /** Frees the memory; that of pictures under way when they are there. From any thread. */
  @Override
  public void close() {
    context.later(
        () -> {
          closed = true;
          idle.forEach(GlReadback::close);
          idle.clear();
        });
  }
}
