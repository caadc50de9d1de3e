package org.clickgaussian.experiment.compare;

import java.util.List;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;

/** A {@code table} environment with the rules of {@code booktabs}. */
final class LatexTable {
  private LatexTable() {}

  static String write(ComparisonTable table) {
    StringBuilder text = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{table}\n");
    text.append("  \\centering\n  \\caption{").append(escaped(table.title())).append("}\n");
    text.append("  \\begin{tabular}{");
    for (int c = 0; c < table.header().size(); c++) {
      text.append(table.isScored(c) ? 'r' : 'l');
    }
    text.append("}\n    \\toprule\n");
    line(text, table.header().stream().map(LatexTable::escaped).toList());
    text.append("    \\midrule\n");
    for (List<Cell> row : table.rows()) {
      line(text, row.stream().map(LatexTable::words).toList());
    }
    return text.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n").toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("    ").append(String.join(" & ", cells)).append(" \\\\\n");
  }

  private static String words(Cell cell) {
    return switch (cell) {
      case Words words -> escaped(words.text());
      case Score score -> number(score);
    };
  }

  private static String number(Score score) {
    String mean = TableFormat.mean(score);
    boolean none = !Double.isFinite(score.value().mean());
    return (none ? "--" : score.best() ? "\\textbf{" + mean + "}" : mean)
        + TableFormat.deviation(score).map(value -> " {\\small$\\pm$" + value + "}").orElse("")
        + TableFormat.delta(score)
            .map(value -> " {\\small($" + value.replace('−', '-') + "$)}")
            .orElse("");
  }

  /** Text in which no sign is a command; the program's own signs become LaTeX's. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(sign -> out.append(escaped(sign)));
    return out.toString();
  }

  private static String escaped(int sign) {
    return switch (sign) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '$', '&', '#', '%', '_' -> "\\" + Character.toString(sign);
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "{''}";
      case '±' -> "$\\pm$";
      case '−' -> "$-$";
      case '→' -> "$\\to$";
      case '×' -> "$\\times$";
      case 'λ' -> "$\\lambda$";
      case 'τ' -> "$\\tau$";
      case '–' -> "--";
      case '…' -> "\\ldots{}";
      case '\n', '\r' -> " ";
      default -> Character.toString(sign);
    };
  }
}
