package org.clickgaussian.experiment.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;

/** A pipe table. */
final class MarkdownTable {
  private static final String SIGNS = "([\\\\`*_{}\\[\\]<>#|~])";

  private MarkdownTable() {}

  static String write(ComparisonTable table) {
    StringBuilder text = new StringBuilder();
    line(text, table.header().stream().map(MarkdownTable::escaped).toList());
    text.append('|');
    for (int c = 0; c < table.header().size(); c++) {
      text.append(table.isScored(c) ? " ---: |" : " --- |");
    }
    text.append('\n');
    for (List<Cell> row : table.rows()) {
      line(text, row.stream().map(MarkdownTable::words).toList());
    }
    return text.toString();
  }

  private static String words(Cell cell) {
    if (cell instanceof Score score && score.best()) {
      String whole = TableFormat.plain(cell);
      String mean = TableFormat.mean(score);
      return "**" + mean + "**" + whole.substring(mean.length());
    }
    return cell instanceof Score ? TableFormat.plain(cell) : escaped(TableFormat.plain(cell));
  }

  /** Text in which no sign means anything and no line ends. */
  static String escaped(String text) {
    return text.replaceAll("[\\r\\n]+", " ").replaceAll(SIGNS, "\\\\$1");
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
