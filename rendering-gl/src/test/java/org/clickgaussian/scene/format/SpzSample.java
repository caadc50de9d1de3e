package org.clickgaussian.scene.format;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** SPZ files put together by hand. */
final class SpzSample {
  private SpzSample() {}

  /** What a gzip stream holds. */
  static byte[] unpacked(byte[] file) {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(out)) {
      stream.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A file of version 4 with the columns of the content of one of version 3. */
  static byte[] version4(byte[] content) {
    ByteBuffer head = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int count = head.getInt(8);
    int degree = head.get(12);
    int[] rows = {9, 1, 3, 3, 4, 3 * (degree + 1) * (degree + 1) - 3};
    List<byte[]> frames = new ArrayList<>();
    int streams = degree == 0 ? 5 : 6;
    ByteBuffer table = ByteBuffer.allocate(16 * streams).order(ByteOrder.LITTLE_ENDIAN);
    int at = 16;
    for (int column = 0; column < streams; column++) {
      byte[] frame = Zstd.compress(Arrays.copyOfRange(content, at, at + count * rows[column]));
      at += count * rows[column];
      table.putLong(frame.length).putLong((long) count * rows[column]);
      frames.add(frame);
    }
    int size = 32 + table.capacity() + frames.stream().mapToInt(frame -> frame.length).sum();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(content, 0, 15).put((byte) streams).putInt(32).position(32);
    file.put(table.array());
    frames.forEach(file::put);
    return file.putInt(4, 4).array();
  }
}
