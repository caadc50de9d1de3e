package org.clickgaussian.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;
import org.junit.jupiter.api.Test;

class TableFormatTest {
  private static final ComparisonTable TABLE =
      new ComparisonTable(
          "50% & more",
          List.of("run", "a_b"),
          List.of(
              List.of(
                  new Words("x, \"y\" | {z}^~\\ $#<*>"),
                  new Score(Spread.of(0.5, 0.7), Double.NaN, false)),
              List.of(new Words("λ → ±"), new Score(Spread.of(0.75), -0.125, true)),
              List.of(new Words("line\nbreak"), new Score(Spread.NONE, Double.NaN, false))));

  @Test
  void csvHasAllDigitsAndItsOwnColumns() {
    assertThat(TableFormat.CSV.write(TABLE))
        .isEqualTo(
            "run,a_b,a_b deviation,a_b difference\r\n"
                + "\"x, \"\"y\"\" | {z}^~\\ $#<*>\",0.6,0.14142135623730948,\r\n"
                + "λ → ±,0.75,,-0.125\r\n"
                + "\"line\nbreak\",,,\r\n");
  }

  @Test
  void markdownKeepsItsColumns() {
    assertThat(TableFormat.MARKDOWN.write(TABLE).lines())
        .containsExactly(
            "| run | a\\_b |",
            "| --- | ---: |",
            "| x, \"y\" \\| \\{z\\}^\\~\\\\ $\\#\\<\\*\\> | 0.600 ± 0.141 |",
            "| λ → ± | **0.750** (−0.125) |",
            "| line break | – |");
  }

  @Test
  void latexEscapesEverySign() {
    assertThat(TableFormat.LATEX.write(TABLE))
        .contains("\\caption{50\\% \\& more}")
        .contains("\\begin{tabular}{lr}")
        .contains("run & a\\_b \\\\")
        .contains(
            "x, {''}y{''} \\textbar{} \\{z\\}\\textasciicircum{}\\textasciitilde{}"
                + "\\textbackslash{} \\$\\#\\textless{}*\\textgreater{} & 0.600"
                + " {\\small$\\pm$0.141} \\\\")
        .contains("$\\lambda$ $\\to$ $\\pm$ & \\textbf{0.750} {\\small($-0.125$)} \\\\")
        .contains("line break & -- \\\\")
        .contains("\\toprule", "\\midrule", "\\bottomrule");
  }

  @Test
  void textIsAligned() {
    List<String> lines = TableFormat.TEXT.write(TABLE).replace("line\nbreak", "x").lines().toList();
    assertThat(lines.get(0)).isEqualTo("run" + " ".repeat(31) + "a_b");
    assertThat(lines.get(1)).endsWith("0.600 ± 0.141");
    assertThat(lines.get(2)).endsWith("0.750 (−0.125) *");
  }

  @Test
  void severalTablesHaveTheirTitles() {
    assertThat(TableFormat.MARKDOWN.write(List.of(TABLE, TABLE)))
        .contains("### 50% & more\n\n| run");
    assertThat(TableFormat.CSV.write(List.of(TABLE))).startsWith("50% & more\r\nrun,");
  }

  @Test
  void rowsHaveACellForEachColumn() {
    assertThatThrownBy(() -> new ComparisonTable("t", List.of("a"), List.of(List.of(), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void spreadsAreThoseOfASample() {
    assertThat(Spread.of(1, 3, Double.NaN)).isEqualTo(new Spread(2, Math.sqrt(2), 2));
    assertThat(Spread.of(4).deviation()).isNaN();
    assertThat(Spread.of()).isEqualTo(Spread.NONE);
  }
}
