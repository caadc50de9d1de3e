package org.clickgaussian.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;

/** Comma-separated values as RFC 4180 has them. */
final class CsvTable {
  private CsvTable() {}

  static String write(ComparisonTable table) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      header.add(table.header().get(c));
      if (table.hasDeviation(c)) {
        header.add(table.header().get(c) + " deviation");
      }
      if (table.hasDelta(c)) {
        header.add(table.header().get(c) + " difference");
      }
    }
    line(text, header);
    for (List<Cell> row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        add(cells, row.get(c), table.hasDeviation(c), table.hasDelta(c));
      }
      line(text, cells);
    }
    return text.toString();
  }

  private static void add(List<String> cells, Cell cell, boolean deviation, boolean delta) {
    switch (cell) {
      case Words words -> cells.add(words.text());
      case Score score -> cells.add(number(score.value().mean()));
    }
    if (deviation) {
      cells.add(cell instanceof Score score ? number(score.value().deviation()) : "");
    }
    if (delta) {
      cells.add(cell instanceof Score score ? number(score.delta()) : "");
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(CsvTable::quoted).collect(Collectors.joining(",")));
    text.append("\r\n");
  }

  static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
