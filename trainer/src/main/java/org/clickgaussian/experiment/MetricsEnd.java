package org.clickgaussian.experiment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** The last whole row of {@code metrics.csv}, read without the rows before it. */
final class MetricsEnd {
  /** Many times the length of a row. */
  private static final int TAIL_BYTES = 1 << 14;

  private MetricsEnd() {}

  /**
   * Reads the last row; a line that was cut off does not count.
   *
   * @return empty where there is no row yet
   * @throws InputException if the file cannot be read or its last whole line is no row of numbers
   */
  static Optional<MetricsRow> of(Path file) {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
      long length = access.length();
      String head = text(access, 0, (int) Math.min(length, TAIL_BYTES));
      int headerEnd = head.indexOf('\n');
      if (headerEnd < 0) {
        return Optional.empty();
      }
      long from = Math.max(headerEnd + 1L, length - TAIL_BYTES);
      String tail = text(access, from, (int) (length - from));
      int end = tail.lastIndexOf('\n');
      if (end < 0) {
        return Optional.empty();
      }
      String line = tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end);
      return Optional.of(
          MetricsLog.row(file, "the last line", head.substring(0, headerEnd).split(","), line));
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static String text(RandomAccessFile access, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    access.seek(from);
    access.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
