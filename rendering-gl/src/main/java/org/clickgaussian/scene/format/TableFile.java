package org.clickgaussian.scene.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Writes a file of a header and tables of rows of one length; all threads encode rows. */
final class TableFile {
  private static final int PIECE_BYTES = 1 << 19;

  /** Writes one row of a table. */
  @FunctionalInterface
  interface RowEncoder {
    /**
     * Encodes a row.
     *
     * @param rows little-endian, zero where nothing has been written
     * @param row number of the row in the table
     * @param offset where the row begins in {@code rows}
     */
    void encode(ByteBuffer rows, int row, int offset);
  }

  /**
   * A table.
   *
   * @param count number of rows
   * @param rowBytes length of a row
   */
  record Table(int count, int rowBytes, RowEncoder encoder) {
    int pieceRows() {
      return Math.max(1, PIECE_BYTES / rowBytes);
    }

    int pieces() {
      return Workers.pieces(count, pieceRows());
    }
  }

  private TableFile() {}

  /**
   * Writes the header, then the tables one after another.
   *
   * @throws org.clickgaussian.io.InputException if the file cannot be written
   */
  static void write(
      Path file, byte[] header, List<Table> tables, Workers workers, Progress progress) {
    int pieces = tables.stream().mapToInt(Table::pieces).sum();
    PieceProgress done = new PieceProgress(progress, "writing " + file.getFileName(), pieces);
    AtomicFile.writeTo(
        file,
        temporary -> {
          try (FileChannel channel =
              FileChannel.open(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            put(channel, ByteBuffer.wrap(header), 0);
            long start = header.length;
            for (Table table : tables) {
              writeTable(channel, table, start, workers, done);
              start += (long) table.count() * table.rowBytes();
            }
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private static void writeTable(
      FileChannel channel, Table table, long start, Workers workers, PieceProgress done) {
    workers.forRanges(
        table.count(),
        table.pieceRows(),
        (piece, from, to) -> {
          ByteBuffer rows =
              ByteBuffer.allocate((to - from) * table.rowBytes()).order(ByteOrder.LITTLE_ENDIAN);
          for (int row = from; row < to; row++) {
            table.encoder().encode(rows, row, (row - from) * table.rowBytes());
          }
          try {
            put(channel, rows, start + (long) from * table.rowBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          done.pieceDone();
        });
  }

  private static void put(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }
}
