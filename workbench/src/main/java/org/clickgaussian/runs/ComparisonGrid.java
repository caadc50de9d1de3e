package org.clickgaussian.runs;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.clickgaussian.experiment.compare.ComparisonTable;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;
import org.clickgaussian.experiment.compare.TableFormat;

/** A table of a comparison: the best numbers stand out, columns sort by number. */
final class ComparisonGrid extends TableView<List<Cell>> {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final double CHARACTER = 7.5;
  private static final double PADDING = 30;
  private static final double MOST_WIDTH = 220;

  private static final Comparator<Cell> ORDER =
      (a, b) -> {
        if (a instanceof Score first && b instanceof Score second) {
          return Double.compare(first.value().mean(), second.value().mean());
        }
        return TableFormat.plain(a).compareTo(TableFormat.plain(b));
      };

  private ComparisonTable shown;

  ComparisonGrid(String id) {
    setId(id);
    getStyleClass().add("runs-table");
  }

  /** Shows a table; columns keep their widths and order while their headings stay. */
  void show(ComparisonTable table) {
    if (table.equals(shown)) {
      return;
    }
    if (shown == null || !shown.header().equals(table.header())) {
      getColumns().clear();
      for (int c = 0; c < table.header().size(); c++) {
        getColumns().add(column(table, c));
      }
    }
    shown = table;
    int selected = getSelectionModel().getSelectedIndex();
    getItems().setAll(table.rows());
    sort();
    if (selected >= 0 && selected < getItems().size()) {
      getSelectionModel().select(selected);
    }
  }

  private static TableColumn<List<Cell>, Cell> column(ComparisonTable table, int index) {
    TableColumn<List<Cell>, Cell> column = new TableColumn<>(table.header().get(index));
    column.setPrefWidth(width(table, index));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
    column.setComparator(ORDER);
    column.setCellFactory(each -> new NumberCell());
    return column;
  }

  private static double width(ComparisonTable table, int index) {
    int longest = table.header().get(index).length();
    for (List<Cell> row : table.rows()) {
      longest = Math.max(longest, TableFormat.plain(row.get(index)).length());
    }
    return Math.min(MOST_WIDTH, PADDING + CHARACTER * longest);
  }

  /** A cell with its number in bold where it is the best, and what belongs to it smaller. */
  private static final class NumberCell extends TableCell<List<Cell>, Cell> {
    private final Label rest = new Label();

    NumberCell() {
      rest.getStyleClass().addAll("muted", "small");
      setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      boolean scored = !empty && cell instanceof Score;
      pseudoClassStateChanged(BEST, scored && ((Score) cell).best());
      setAlignment(scored ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
      if (empty || cell == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      String text = TableFormat.plain(cell);
      switch (cell) {
        case Words words -> {
          setText(text);
          setGraphic(null);
        }
        case Score score -> {
          int end = text.indexOf(' ');
          setText(end < 0 ? text : text.substring(0, end));
          rest.setText(end < 0 ? "" : text.substring(end + 1));
          setGraphic(end < 0 ? null : rest);
        }
      }
    }
  }
}
