package org.clickgaussian.gl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL31C;

/**
 * Copies buffers to memory while the device works on: a copy is begun, and collected once it is
 * done. A ring of buffers that the processor can see; when all are in use the oldest copy is waited
 * for.
 *
 * <p>Everything happens on the context's thread.
 */
public final class GlReadback implements AutoCloseable {
  /** A copy under way. */
  public static final class Copy {
    private final int buffer;
    private final long words;
    private final GlFence fence;

    private Copy(int buffer, long words, GlFence fence) {
      this.buffer = buffer;
      this.words = words;
      this.fence = fence;
    }
  }

  private final GlContext context;
  private final int[] buffers;
  private final long[] capacities;
  private final Deque<Copy> underWay = new ArrayDeque<>();
  private int next;

  GlReadback(GlContext context, int slots) {
    this.context = context;
    this.buffers = new int[slots];
    this.capacities = new long[slots];
    GL15C.glGenBuffers(buffers);
  }

  /**
   * Begins to copy the first words of a buffer. A copy that was begun as many calls ago as there
   * are slots is given up.
   *
   * @param words at most as many as the buffer has
   */
  public Copy begin(GlBuffer from, long words) {
    int slot = next;
    next = (next + 1) % buffers.length;
    giveUp(buffers[slot]);
    reserve(slot, words);
    from.copyToName(buffers[slot], words);
    GlFence fence = new GlFence(context.health());
    context.check("a copy of %,d bytes".formatted(4 * words));
    Copy copy = new Copy(buffers[slot], words, fence);
    underWay.addLast(copy);
    return copy;
  }

  /**
   * Copies may be collected in any order: the one that goes through a buffer need not be oldest.
   */
  private void giveUp(int buffer) {
    underWay.removeIf(
        copy -> {
          if (copy.buffer == buffer) {
            copy.fence.close();
          }
          return copy.buffer == buffer;
        });
  }

  private void reserve(int slot, long words) {
    GL15C.glBindBuffer(GL31C.GL_COPY_WRITE_BUFFER, buffers[slot]);
    if (capacities[slot] != words) {
      GL15C.glBufferData(GL31C.GL_COPY_WRITE_BUFFER, 4 * Math.max(1, words), GL15C.GL_STREAM_READ);
      context.check("%,d bytes to read back into".formatted(4 * words));
      capacities[slot] = words;
    }
  }

  /**
   * Whether a copy is done, so that collecting it does not wait.
   *
   * @throws GlLostException if that has been asked for too long
   */
  public boolean isDone(Copy copy) {
    return copy.fence.isPassed();
  }

  /** The newest copy that is done; empty if none is. Older ones are given up. */
  public Optional<Copy> newestDone() {
    Optional<Copy> newest = Optional.empty();
    for (Copy copy : underWay) {
      if (!isDone(copy)) {
        break;
      }
      newest = Optional.of(copy);
    }
    while (newest.isPresent() && underWay.getFirst() != newest.get()) {
      underWay.removeFirst().fence.close();
    }
    return newest;
  }

  /**
   * Waits for a copy and hands out its words; it is over then.
   *
   * @param to room for its words
   * @throws IllegalArgumentException if the copy was given up or collected
   */
  public void collect(Copy copy, MemorySegment to) {
    if (!underWay.remove(copy)) {
      throw new IllegalArgumentException("this copy is not under way");
    }
    try (GlFence fence = copy.fence) {
      fence.await();
    }
    if (copy.words == 0) {
      return;
    }
    GL15C.glBindBuffer(GL31C.GL_COPY_READ_BUFFER, copy.buffer);
    long address =
        GL30C.nglMapBufferRange(
            GL31C.GL_COPY_READ_BUFFER, 0, 4 * copy.words, GL30C.GL_MAP_READ_BIT);
    if (address == 0) {
      context.check("the memory of a copy");
      throw new GlException("OpenGL does not show the memory of a copy");
    }
    MemorySegment seen = MemorySegment.ofAddress(address).reinterpret(4 * copy.words);
    MemorySegment.copy(seen, 0, to, 0, 4 * copy.words);
    GL15C.glUnmapBuffer(GL31C.GL_COPY_READ_BUFFER);
  }

  /** Frees the ring; copies under way are given up. */
  @Override
  public void close() {
    underWay.forEach(copy -> copy.fence.close());
    underWay.clear();
    GL15C.glDeleteBuffers(buffers);
  }
}
