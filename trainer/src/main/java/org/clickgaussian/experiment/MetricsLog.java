package org.clickgaussian.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * The growing record of a run: {@code metrics.csv} and a TensorBoard event file beside it.
 *
 * <p>Both grow row by row, so a killed run keeps what it had measured; a last line that was cut off
 * is left out on reading. A resumed run first drops the rows after its checkpoint.
 */
public final class MetricsLog implements AutoCloseable {
  private static final String EVENTS = "events.out.tfevents.clickgaussian";

  private final Path csvFile;
  private final OutputStream csv;
  private final OutputStream events;
  private final double secondsBefore;
  private boolean empty;

  private MetricsLog(
      Path csvFile, OutputStream csv, OutputStream events, boolean empty, double secondsBefore) {
    this.csvFile = csvFile;
    this.csv = csv;
    this.events = events;
    this.empty = empty;
    this.secondsBefore = secondsBefore;
  }

  /**
   * Opens a run's record for the iterations after the given one; later rows are dropped.
   *
   * @throws InputException if the files cannot be written
   */
  public static MetricsLog open(Path folder, int afterIteration) {
    Path csvFile = folder.resolve("metrics.csv");
    Path eventFile = folder.resolve(EVENTS);
    List<MetricsRow> kept = new ArrayList<>();
    if (afterIteration > 0 && Files.exists(csvFile)) {
      for (MetricsRow row : read(csvFile)) {
        if (row.iteration() <= afterIteration) {
          kept.add(row);
        }
      }
    }
    try {
      double now = System.currentTimeMillis() / 1e3;
      write(csvFile, kept, Integer.MAX_VALUE);
      AtomicFile.write(
          eventFile,
          stream -> {
            TensorBoardEvents.writeHeader(stream, now);
            for (MetricsRow row : kept) {
              TensorBoardEvents.writeScalars(stream, now, row.iteration(), row.values());
            }
          });
      double seconds = kept.isEmpty() ? 0 : kept.getLast().values().getOrDefault("seconds", 0.0);
      return new MetricsLog(csvFile, append(csvFile), append(eventFile), kept.isEmpty(), seconds);
    } catch (IOException e) {
      throw InputException.in(csvFile, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  /**
   * Writes {@code metrics.csv} with the rows up to an iteration.
   *
   * @throws InputException if the file cannot be written
   */
  static void write(Path csvFile, List<MetricsRow> rows, int untilIteration) {
    AtomicFile.write(
        csvFile,
        stream -> {
          if (!rows.isEmpty()) {
            writeLine(stream, header(rows.getFirst()));
          }
          for (MetricsRow row : rows) {
            if (row.iteration() <= untilIteration) {
              writeLine(stream, line(row));
            }
          }
        });
  }

  private static OutputStream append(Path file) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.APPEND), 1 << 16);
  }

  /** The seconds that the iterations took which were kept on opening. */
  public double secondsBefore() {
    return secondsBefore;
  }

  /** Adds an iteration. */
  public void add(MetricsRow row) {
    try {
      if (empty) {
        writeLine(csv, header(row));
        empty = false;
      }
      writeLine(csv, line(row));
      TensorBoardEvents.writeScalars(
          events, System.currentTimeMillis() / 1e3, row.iteration(), row.values());
    } catch (IOException e) {
      throw InputException.in(csvFile, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  private static String header(MetricsRow row) {
    return "iteration," + String.join(",", row.values().keySet());
  }

  private static String line(MetricsRow row) {
    StringBuilder line = new StringBuilder(Integer.toString(row.iteration()));
    row.values().values().forEach(value -> line.append(',').append(value.floatValue()));
    return line.toString();
  }

  private static void writeLine(OutputStream stream, String line) throws IOException {
    stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Makes what was added visible to readers. */
  public void flush() {
    try {
      csv.flush();
      events.flush();
    } catch (IOException e) {
      throw InputException.in(csvFile, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  /**
   * Reads {@code metrics.csv}. A last line without its end was cut off and is left out.
   *
   * @throws InputException if the file cannot be read or a whole line is no row of numbers
   */
  public static List<MetricsRow> read(Path csvFile) {
    String text;
    try {
      text = Files.readString(csvFile);
    } catch (IOException e) {
      throw InputException.in(csvFile, "cannot be read: " + AtomicFile.reason(e), e);
    }
    String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
    String[] columns = lines[0].split(",");
    List<MetricsRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      rows.add(row(csvFile, "line " + (i + 1), columns, lines[i]));
    }
    return rows;
  }

  /** One line as a row; {@code where} says which line it is, should it be none. */
  static MetricsRow row(Path file, String where, String[] columns, String line) {
    String[] cells = line.split(",");
    try {
      if (cells.length != columns.length) {
        throw new NumberFormatException(cells.length + " cells for " + columns.length + " columns");
      }
      Map<String, Double> values = new LinkedHashMap<>();
      for (int i = 1; i < cells.length; i++) {
        values.put(columns[i], Double.parseDouble(cells[i]));
      }
      return new MetricsRow(Integer.parseInt(cells[0]), values);
    } catch (NumberFormatException e) {
      throw InputException.in(file, where + " is no row of numbers; delete the line", e);
    }
  }

  @Override
  public void close() {
    flush();
    try (OutputStream first = csv;
        OutputStream second = events) {
      first.flush();
      second.flush();
    } catch (IOException e) {
      throw InputException.in(csvFile, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }
}
