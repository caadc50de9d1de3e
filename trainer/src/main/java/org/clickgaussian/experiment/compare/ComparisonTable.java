package org.clickgaussian.experiment.compare;

import java.util.List;

/**
 * A table of words and numbers, before it is written in a {@link TableFormat}.
 *
 * @param title what it shows
 * @param header one heading for each column
 * @param rows as many cells each
 */
public record ComparisonTable(String title, List<String> header, List<List<Cell>> rows) {

  /** What stands at one place. */
  public sealed interface Cell {}

  /** Words, or a number that is not compared. */
  public record Words(String text) implements Cell {}

  /**
   * A number that is compared with others.
   *
   * @param value mean and, over several runs, deviation
   * @param delta its difference to the baseline's mean; NaN without a baseline and for the baseline
   * @param best whether none of those that it is compared with is better
   */
  public record Score(Spread value, double delta, boolean best) implements Cell {}

  /** Takes copies and checks the number of cells. */
  public ComparisonTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            row.size() + " cells for " + header.size() + " columns: " + row);
      }
    }
  }

  /** Whether any number of a column has a deviation. */
  boolean hasDeviation(int column) {
    return rows.stream()
        .anyMatch(
            row -> row.get(column) instanceof Score s && Double.isFinite(s.value().deviation()));
  }

  /** Whether any number of a column stands against a baseline. */
  boolean hasDelta(int column) {
    return rows.stream()
        .anyMatch(row -> row.get(column) instanceof Score s && Double.isFinite(s.delta()));
  }

  /** Whether a column holds compared numbers. */
  boolean isScored(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Score);
  }
}
