package org.clickgaussian.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;

/** Aligned columns for a terminal: words to the left, numbers to the right. */
final class TextTable {
  private static final String STAR = " *";
  private static final String NO_STAR = "  ";

  private TextTable() {}

  static String write(ComparisonTable table) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      header.add(table.header().get(c) + (table.isScored(c) ? NO_STAR : ""));
    }
    lines.add(header);
    for (List<Cell> row : table.rows()) {
      lines.add(row.stream().map(TextTable::words).toList());
    }
    int columns = table.header().size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], line.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder out = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String gap = " ".repeat(widths[c] - line.get(c).length());
        boolean right = table.isScored(c);
        out.append(c == 0 ? "" : "  ").append(right ? gap : "").append(line.get(c));
        out.append(right ? "" : gap);
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String words(Cell cell) {
    return switch (cell) {
      case Words words -> words.text();
      case Score score -> TableFormat.plain(score) + (score.best() ? STAR : NO_STAR);
    };
  }
}
