package org.clickgaussian.gl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lwjgl.opengl.ARBBufferStorage;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL31C;
import org.lwjgl.opengl.GL43C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An array of 32-bit words in the device's memory, counted from 0. Where it is longer than a kernel
 * can see at once it lies in several parts of the same length, a power of two; the last may be
 * shorter.
 *
 * <p>Everything but {@link #words}, {@link #bytes} and {@link #close} happens on the context's
 * thread.
 */
public final class GlBuffer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GlBuffer.class);
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int TARGET = GL43C.GL_SHADER_STORAGE_BUFFER;

  /** Elements of up to four words must not lie across the end. */
  private static final long ROUND = 4;

  private final GlContext context;
  private final long words;
  private final long partWords;
  private final int[] parts;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Cleaner.Cleanable leak;

  GlBuffer(GlContext context, long words, long partWords) {
    if (words < 0) {
      throw new IllegalArgumentException("a buffer of " + words + " words");
    }
    if (words > 1L << 32) {
      throw new GlMemoryException(
          "%,d bytes do not fit in one buffer of the graphics processor".formatted(4 * words));
    }
    this.context = context;
    this.words = words;
    this.partWords = partWords;
    this.parts = new int[(int) Math.max(1, Math.ceilDiv(words, partWords))];
    context.requireRoom(bytes());
    try {
      for (int part = 0; part < parts.length; part++) {
        parts[part] = GL15C.glGenBuffers();
        allocate(part);
      }
    } catch (RuntimeException e) {
      GL15C.glDeleteBuffers(parts);
      throw e;
    }
    context.allocated(bytes());
    AtomicBoolean over = closed;
    long size = bytes();
    this.leak =
        CLEANER.register(
            this,
            () -> {
              if (!over.get()) {
                LOG.warn("a buffer of {} bytes on the device was never closed", size);
              }
            });
  }

  private void allocate(int part) {
    GL15C.glBindBuffer(TARGET, parts[part]);
    long bytes = 4 * partLength(part);
    if (context.capabilities().GL_ARB_buffer_storage) {
      ARBBufferStorage.glBufferStorage(TARGET, bytes, ARBBufferStorage.GL_DYNAMIC_STORAGE_BIT);
    } else {
      GL15C.glBufferData(TARGET, bytes, GL15C.GL_DYNAMIC_COPY);
    }
    context.check("%,d bytes".formatted(4 * words));
    GL43C.glClearBufferData(
        TARGET, GL30C.GL_R32UI, GL30C.GL_RED_INTEGER, GL30C.GL_UNSIGNED_INT, (int[]) null);
  }

  /** Words allocated for a part: rounded up, never none. */
  private long partLength(int part) {
    long left = Math.max(1, Math.min(partWords, words - part * partWords));
    return Math.ceilDiv(left, ROUND) * ROUND;
  }

  /** The number of words; from any thread. */
  public long words() {
    return words;
  }

  /** The number of bytes it takes; from any thread. */
  public long bytes() {
    long sum = 0;
    for (int part = 0; part < parts.length; part++) {
      sum += 4 * partLength(part);
    }
    return sum;
  }

  /** In how many parts it lies. */
  int parts() {
    return parts.length;
  }

  /** Words from one part to the next. */
  long partWords() {
    return partWords;
  }

  /** The driver's name of a part. */
  int part(int part) {
    if (closed.get()) {
      throw new IllegalStateException("the buffer is closed");
    }
    return parts[part];
  }

  /** Copies the first words from memory. */
  public void upload(MemorySegment from, long count) {
    upload(0, from, count);
  }

  /**
   * Copies words from memory.
   *
   * @param first the first word here to be written
   * @param from at least {@code count} words, native or on the heap
   */
  public void upload(long first, MemorySegment from, long count) {
    withNative(
        from,
        count,
        true,
        source ->
            eachPiece(
                first,
                count,
                (part, at, done, length) -> {
                  requireWaiting();
                  GL15C.glBindBuffer(TARGET, part(part));
                  GL15C.nglBufferSubData(TARGET, 4 * at, 4 * length, source.address() + 4 * done);
                  context.health().live();
                }));
  }

  /** Copies words to the beginning. */
  public void upload(int... values) {
    upload(0, MemorySegment.ofArray(values), values.length);
  }

  /** Copies floats to the beginning. */
  public void upload(float... values) {
    upload(0, MemorySegment.ofArray(values), values.length);
  }

  /**
   * Copies words to memory; waits for the device.
   *
   * @param first the first word here to be read
   * @param to room for {@code count} words, native or on the heap
   */
  public void download(long first, MemorySegment to, long count) {
    // A device that hangs is found out here, and not with the driver in the midst of the memory.
    context.finish();
    withNative(
        to,
        count,
        false,
        target ->
            eachPiece(
                first,
                count,
                (part, at, done, length) -> {
                  requireWaiting();
                  GL15C.glBindBuffer(TARGET, part(part));
                  GL15C.nglGetBufferSubData(
                      TARGET, 4 * at, 4 * length, target.address() + 4 * done);
                }));
  }

  /**
   * Fails where the device was given up. A driver that comes back too late must touch no memory of
   * a caller who waits no more, and has freed it.
   */
  private void requireWaiting() {
    context.health().require();
  }

  /** Reads words as whole numbers; waits for the device. */
  public int[] ints(long first, int count) {
    int[] values = new int[count];
    download(first, MemorySegment.ofArray(values), count);
    return values;
  }

  /** Reads words as floats; waits for the device. */
  public float[] floats(long first, int count) {
    float[] values = new float[count];
    download(first, MemorySegment.ofArray(values), count);
    return values;
  }

  /** Sets every word. */
  public void fill(int value) {
    fill(0, words, value);
  }

  /** Sets some words. */
  public void fill(long first, long count, int value) {
    eachPiece(
        first,
        count,
        (part, at, done, length) -> {
          GL15C.glBindBuffer(TARGET, part(part));
          GL43C.glClearBufferSubData(
              TARGET,
              GL30C.GL_R32UI,
              4 * at,
              4 * length,
              GL30C.GL_RED_INTEGER,
              GL30C.GL_UNSIGNED_INT,
              new int[] {value});
        });
  }

  /** Copies words to another buffer of the same context; not onto themselves. */
  public void copyTo(long first, GlBuffer to, long toFirst, long count) {
    eachPiece(
        first,
        count,
        (part, at, done, length) ->
            to.eachPiece(
                toFirst + done,
                length,
                (toPart, toAt, toDone, toLength) -> {
                  GL15C.glBindBuffer(GL31C.GL_COPY_READ_BUFFER, part(part));
                  GL15C.glBindBuffer(GL31C.GL_COPY_WRITE_BUFFER, to.part(toPart));
                  GL31C.glCopyBufferSubData(
                      GL31C.GL_COPY_READ_BUFFER,
                      GL31C.GL_COPY_WRITE_BUFFER,
                      4 * (at + toDone),
                      4 * toAt,
                      4 * toLength);
                }));
  }

  /** Copies the first words to a buffer of the driver's. */
  void copyToName(int target, long count) {
    eachPiece(
        0,
        count,
        (part, at, done, length) -> {
          GL15C.glBindBuffer(GL31C.GL_COPY_READ_BUFFER, part(part));
          GL15C.glBindBuffer(GL31C.GL_COPY_WRITE_BUFFER, target);
          GL31C.glCopyBufferSubData(
              GL31C.GL_COPY_READ_BUFFER, GL31C.GL_COPY_WRITE_BUFFER, 4 * at, 4 * done, 4 * length);
        });
  }

  /** A stretch of words within one part. */
  @FunctionalInterface
  private interface Piece {
    /**
     * Works on one stretch.
     *
     * @param at its first word in the part
     * @param done how many words came before it
     */
    void run(int part, long at, long done, long length);
  }

  private void eachPiece(long first, long count, Piece piece) {
    if (first < 0 || count < 0 || first + count > words) {
      throw new IndexOutOfBoundsException(
          "words %d to %d of %d".formatted(first, first + count, words));
    }
    long done = 0;
    while (done < count) {
      long at = (first + done) % partWords;
      long length = Math.min(count - done, partWords - at);
      piece.run((int) ((first + done) / partWords), at, done, length);
      done += length;
    }
  }

  /** Work on native memory. */
  @FunctionalInterface
  private interface NativeWork {
    void run(MemorySegment memory);
  }

  /** Runs work on memory that the driver can see, which heap memory is not. */
  private static void withNative(
      MemorySegment memory, long count, boolean uploads, NativeWork work) {
    if (memory.byteSize() < 4 * count) {
      throw new IndexOutOfBoundsException(
          "%d words of memory of %d bytes".formatted(count, memory.byteSize()));
    }
    if (memory.isNative()) {
      work.run(memory);
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(4 * Math.max(1, count), ValueLayout.JAVA_LONG.byteSize());
      if (uploads) {
        MemorySegment.copy(memory, 0, copy, 0, 4 * count);
      }
      work.run(copy);
      if (!uploads) {
        MemorySegment.copy(copy, 0, memory, 0, 4 * count);
      }
    }
  }

  /** Frees the memory once the device no longer uses it; from any thread. */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      leak.clean();
      context.allocated(-bytes());
      context.soon(() -> GL15C.glDeleteBuffers(parts));
    }
  }
}
