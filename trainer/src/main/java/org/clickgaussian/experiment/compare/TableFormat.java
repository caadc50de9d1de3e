package org.clickgaussian.experiment.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;

/** The ways in which a table is written. */
public enum TableFormat {
  /** Aligned columns; the best number has a star. */
  TEXT("txt") {
    @Override
    public String write(ComparisonTable table) {
      return TextTable.write(table);
    }
  },
  /** RFC 4180: a column each for mean, deviation and difference, with all digits. */
  CSV("csv") {
    @Override
    public String write(ComparisonTable table) {
      return CsvTable.write(table);
    }
  },
  /** A pipe table; the best number is bold. */
  MARKDOWN("md") {
    @Override
    public String write(ComparisonTable table) {
      return MarkdownTable.write(table);
    }
  },
  /** A {@code table} of {@code booktabs}; the best number is bold. */
  LATEX("tex") {
    @Override
    public String write(ComparisonTable table) {
      return LatexTable.write(table);
    }
  };

  private static final String NOTHING = "–";

  private final String ending;

  TableFormat(String ending) {
    this.ending = ending;
  }

  /** Writes a table; ends with a line break. */
  public abstract String write(ComparisonTable table);

  /** Writes several tables one after the other, with their titles. */
  public String write(List<ComparisonTable> tables) {
    StringBuilder text = new StringBuilder();
    for (ComparisonTable table : tables) {
      text.append(text.isEmpty() ? "" : "\n");
      String heading =
          switch (this) {
            case TEXT -> table.title() + "\n\n";
            case CSV -> CsvTable.quoted(table.title()) + "\r\n";
            case MARKDOWN -> "### " + MarkdownTable.escaped(table.title()) + "\n\n";
            // It has its caption.
            case LATEX -> "";
          };
      text.append(heading);
      text.append(write(table));
    }
    return text.toString();
  }

  /** The usual ending of such files, without a dot. */
  public String ending() {
    return ending;
  }

  /** The name as commands take it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with an ending or a name. */
  public static Optional<TableFormat> of(String endingOrKey) {
    return Arrays.stream(values())
        .filter(format -> format.ending.equals(endingOrKey) || format.key().equals(endingOrKey))
        .findFirst();
  }

  /** Mean with three digits, "–" for none. */
  static String mean(Score score) {
    double mean = score.value().mean();
    return Double.isFinite(mean) ? String.format(Locale.ROOT, "%.3f", mean) : NOTHING;
  }

  /** The deviation with three digits; empty where there is none. */
  static Optional<String> deviation(Score score) {
    return Optional.of(score.value().deviation())
        .filter(Double::isFinite)
        .map(value -> String.format(Locale.ROOT, "%.3f", value));
  }

  /** The difference with its sign and three digits; empty where there is none. */
  static Optional<String> delta(Score score) {
    return Optional.of(score.delta())
        .filter(Double::isFinite)
        .map(value -> String.format(Locale.ROOT, "%+.3f", value).replace('-', '−'));
  }

  /** A cell as plain words: "0.925 ± 0.003 (+0.012)". */
  public static String plain(Cell cell) {
    return switch (cell) {
      case Words words -> words.text();
      case Score score ->
          mean(score)
              + deviation(score).map(value -> " ± " + value).orElse("")
              + delta(score).map(value -> " (" + value + ")").orElse("");
    };
  }
}
