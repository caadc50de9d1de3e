package org.clickgaussian.curves.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * Reads a {@code metrics.csv} on from where it stopped, while a training writes to it. A last line
 * without its end waits for it. A file that was shortened or written anew (a resumed run drops the
 * rows after its checkpoint) is read from its start: the last bytes that were read must still be
 * where they were. Not safe for use by several threads at once.
 */
public final class MetricsTail {
  /** Enough to hold the times of several rows, which no two trainings share. */
  private static final int REMEMBERED = 512;

  /** Bytes of one read, so that a long file is not held twice. */
  private static final int PIECE = 1 << 22;

  private final Path file;
  private long offset;
  private byte[] lastBytes = new byte[0];
  private List<String> columns = List.of();
  private int line;
  private double lastIteration = Double.NEGATIVE_INFINITY;

  /** A reader of a file, which need not exist yet. */
  public MetricsTail(Path file) {
    this.file = file;
  }

  /**
   * Reads what was added since the last call; the whole file at the first.
   *
   * @throws InputException if the file cannot be read
   */
  public MetricsBatch read() {
    boolean begun = offset > 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      boolean anew = begun && !continues(channel);
      if (anew) {
        restart();
      }
      RowParser parser = new RowParser();
      Optional<String> problem = Optional.empty();
      byte[] piece;
      while (problem.isEmpty() && (piece = nextLines(channel)).length > 0) {
        problem = take(piece, parser);
      }
      return parser.batch(anew || !begun, columns, problem);
    } catch (NoSuchFileException e) {
      restart();
      return new RowParser().batch(begun, columns, Optional.empty());
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private void restart() {
    offset = 0;
    lastBytes = new byte[0];
    columns = List.of();
    line = 0;
    lastIteration = Double.NEGATIVE_INFINITY;
  }

  private boolean continues(FileChannel channel) throws IOException {
    return channel.size() >= offset
        && Arrays.equals(lastBytes, bytes(channel, offset - lastBytes.length, lastBytes.length));
  }

  /** Whole lines from the offset; empty if there is no end of a line. */
  private byte[] nextLines(FileChannel channel) throws IOException {
    long left = channel.size() - offset;
    for (long length = Math.min(left, PIECE); length > 0; length = Math.min(left, 2 * length)) {
      byte[] piece = bytes(channel, offset, (int) Math.min(length, Integer.MAX_VALUE - 8));
      for (int end = piece.length; end > 0; end--) {
        if (piece[end - 1] == '\n') {
          return Arrays.copyOf(piece, end);
        }
      }
      if (length == left) {
        break;
      }
    }
    return new byte[0];
  }

  private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // Reads until the buffer is full or the file, shortened meanwhile, ends.
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Takes in whole lines up to the first bad one, where the next reading goes on. */
  private Optional<String> take(byte[] piece, RowParser parser) {
    int begin = 0;
    for (int at = 0; at < piece.length; at++) {
      if (piece[at] != '\n') {
        continue;
      }
      String text = new String(piece, begin, at - begin, StandardCharsets.UTF_8).strip();
      Optional<String> problem = line == 0 ? header(text) : row(text, parser);
      if (problem.isPresent()) {
        remember(piece, begin);
        return problem;
      }
      line++;
      begin = at + 1;
    }
    remember(piece, begin);
    return Optional.empty();
  }

  private void remember(byte[] piece, int length) {
    byte[] joined = Arrays.copyOf(lastBytes, lastBytes.length + length);
    System.arraycopy(piece, 0, joined, lastBytes.length, length);
    lastBytes = Arrays.copyOfRange(joined, Math.max(0, joined.length - REMEMBERED), joined.length);
    offset += length;
  }

  private Optional<String> header(String text) {
    columns = List.of(text.split(","));
    boolean fine = columns.getFirst().equals("iteration");
    return fine
        ? Optional.empty()
        : Optional.of(file + ": begins with no line of column names; train the run again");
  }

  private Optional<String> row(String text, RowParser parser) {
    boolean fine = parser.add(text, columns.size(), lastIteration);
    if (!fine) {
      return Optional.of(file + ": line " + (line + 1) + " is no row of numbers; delete the line");
    }
    lastIteration = parser.lastIteration();
    return Optional.empty();
  }
}
