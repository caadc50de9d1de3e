package org.clickgaussian.scene.camera;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** Reads little-endian numbers of a mapped file one after the other and notices its end. */
final class BinaryCursor implements AutoCloseable {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment bytes;
  private long position;

  /** Maps a file. */
  BinaryCursor(Path file) {
    this.file = file;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException e) {
      arena.close();
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  /** A signed number of 4 bytes. */
  int nextInt() {
    return bytes.get(INT, advance(4));
  }

  /** A number of 8 bytes. */
  long nextLong() {
    return bytes.get(LONG, advance(8));
  }

  /** Some doubles. */
  double[] nextDoubles(int count) {
    double[] numbers = new double[count];
    long at = advance(8L * count);
    for (int i = 0; i < count; i++) {
      numbers[i] = bytes.get(DOUBLE, at + 8L * i);
    }
    return numbers;
  }

  /** A text that ends with a zero byte. */
  String nextText() {
    long start = position;
    while (bytes.get(ValueLayout.JAVA_BYTE, advance(1)) != 0) {
      // Only the end is looked for.
    }
    byte[] text = bytes.asSlice(start, position - 1 - start).toArray(ValueLayout.JAVA_BYTE);
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * The number of records that follow.
   *
   * @param smallest bytes that one record takes at least
   */
  long nextCount(long smallest, String what) {
    long count = nextLong();
    if (count < 0 || count > (bytes.byteSize() - position) / smallest) {
      throw InputException.in(
          file,
          "promises %s %s, more than its %d bytes can hold; copy it or run COLMAP again"
              .formatted(Long.toUnsignedString(count), what, bytes.byteSize()));
    }
    return count;
  }

  /** Leaves out records. */
  void skip(long records, long size) {
    advance(records * size);
  }

  private long advance(long count) {
    long at = position;
    if (count > bytes.byteSize() - at) {
      throw InputException.in(
          file,
          "ends after %d bytes in the middle of a record; copy it or run COLMAP again"
              .formatted(bytes.byteSize()));
    }
    position = at + count;
    return at;
  }

  @Override
  public void close() {
    arena.close();
  }
}
