package org.clickgaussian.experiment.report;

import org.clickgaussian.experiment.compare.ComparisonTable;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;
import org.clickgaussian.experiment.compare.Spread;
import org.clickgaussian.experiment.compare.TableFormat;

/** Pieces of a page, well-formed as XML too. */
final class HtmlText {
  private static final double SHOWN = 0.0005;

  private HtmlText() {}

  /** Text in which no sign is markup; control characters, which XML has not, become blanks. */
  static String escape(String text) {
    return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A table; the best numbers are bold, differences to the baseline small. */
  static String table(ComparisonTable table) {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
    table.header().forEach(title -> html.append("<th>").append(escape(title)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    table
        .rows()
        .forEach(
            row -> {
              html.append("<tr>");
              row.forEach(cell -> html.append(cell(cell)));
              html.append("</tr>\n");
            });
    return html.append("</tbody></table></div>\n").toString();
  }

  /** Whether a difference is one in the three digits shown. */
  private static String sense(double delta) {
    return delta <= -SHOWN ? " worse" : delta >= SHOWN ? " better" : "";
  }

  private static String cell(Cell cell) {
    return switch (cell) {
      case Words words -> "<td>" + escape(words.text()) + "</td>";
      case Score score -> {
        Score mean =
            new Score(new Spread(score.value().mean(), Double.NaN, 1), Double.NaN, score.best());
        String number = escape(TableFormat.plain(mean));
        String rest = escape(TableFormat.plain(score).substring(TableFormat.plain(mean).length()));
        yield "<td class=\"number"
            + (score.best() ? " best" : "")
            + sense(score.delta())
            + "\">"
            + number
            + (rest.isEmpty() ? "" : "<small>" + rest + "</small>")
            + "</td>";
      }
    };
  }
}
