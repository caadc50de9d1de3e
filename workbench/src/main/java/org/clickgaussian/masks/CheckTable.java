package org.clickgaussian.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.LevelCoverage;
import org.clickgaussian.text.Texts;

/** What is known of each view; sorted by a click on a column, ticked to be learnt from. */
final class CheckTable {
  private static final Texts TEXTS = Texts.of("masks");
  private static final PseudoClass SUSPICIOUS = PseudoClass.getPseudoClass("suspicious");
  private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

  private final TableView<CheckRow> table = new TableView<>();
  private final Consumer<MasksIntent> intents;
  private List<CheckRow> shown = List.of();
  private boolean showing;

  CheckTable(Consumer<MasksIntent> intents) {
    this.intents = intents;
    table.setId("masks-table");
    table.getStyleClass().add("masks-table");
    table.setMinSize(0, 0);
    table.setRowFactory(view -> new Row());
    table.getColumns().add(use());
    table.getColumns().add(words("table.photo", 110, CheckRow::view));
    table.getColumns().add(both("table.agreement", 74, "%.2f", CheckRow::agreement));
    table
        .getColumns()
        .add(both("table.covered", 74, "%.0f %%", (row, level) -> 100 * row.of(level).coverage()));
    table.getColumns().add(words("table.remark", 190, CheckRow::remark));
    table.getColumns().add(counts("table.segments", LevelCoverage::segments));
    table.getColumns().add(counts("table.smallest", LevelCoverage::smallest));
    table.getColumns().add(counts("table.median", LevelCoverage::median));
    table.getColumns().add(counts("table.largest", LevelCoverage::largest));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (item, before, now) -> {
              if (!showing && now != null) {
                intents.accept(new MasksIntent.Look(now.view()));
              }
            });
  }

  Node node() {
    return table;
  }

  void show(MasksState state) {
    List<CheckRow> rows = CheckRow.all(state.check());
    showing = true;
    if (!rows.equals(shown)) {
      shown = rows;
      fill(rows);
    }
    select(state.look().view().orElse(null));
    showing = false;
  }

  /** Keeps the order that a person chose, and rows that changed in their place. */
  private void fill(List<CheckRow> rows) {
    List<String> before = table.getItems().stream().map(CheckRow::view).toList();
    Map<String, CheckRow> byView = new TreeMap<>();
    rows.forEach(row -> byView.put(row.view(), row));
    if (before.size() == rows.size() && byView.keySet().containsAll(before)) {
      for (int i = 0; i < before.size(); i++) {
        CheckRow now = byView.get(before.get(i));
        if (!now.equals(table.getItems().get(i))) {
          table.getItems().set(i, now);
        }
      }
    } else {
      table.getItems().setAll(rows);
      table.sort();
    }
  }

  private void select(String view) {
    CheckRow selected = table.getSelectionModel().getSelectedItem();
    if (view == null || selected != null && selected.view().equals(view)) {
      return;
    }
    for (CheckRow row : table.getItems()) {
      if (row.view().equals(view)) {
        table.getSelectionModel().select(row);
      }
    }
  }

  private TableColumn<CheckRow, Boolean> use() {
    TableColumn<CheckRow, Boolean> column = new TableColumn<>(TEXTS.get("table.use"));
    column.setId("masks-table-use");
    column.setPrefWidth(54);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(!cell.getValue().leftOut()));
    column.setCellFactory(any -> new Tick());
    return column;
  }

  private static TableColumn<CheckRow, String> words(
      String key, double width, Function<CheckRow, String> value) {
    TableColumn<CheckRow, String> column = new TableColumn<>(TEXTS.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(any -> new Words());
    return column;
  }

  private static TableColumn<CheckRow, ?> counts(String key, ToDoubleFunction<LevelCoverage> of) {
    return both(key, 76, "%,.0f", (row, level) -> of.applyAsDouble(row.of(level)));
  }

  /** A number of a row at a level. */
  private interface Number {
    double of(CheckRow row, Level level);
  }

  private static TableColumn<CheckRow, ?> both(
      String key, double width, String format, Number number) {
    TableColumn<CheckRow, Double> group = new TableColumn<>(TEXTS.get(key));
    for (Level level : Level.values()) {
      TableColumn<CheckRow, Double> column = new TableColumn<>(TEXTS.get("table." + level.key()));
      column.setPrefWidth(width);
      column.setCellValueFactory(
          cell -> new ReadOnlyObjectWrapper<>(number.of(cell.getValue(), level)));
      column.setCellFactory(any -> new Figure(format));
      group.getColumns().add(column);
    }
    return group;
  }

  /** Marks suspicious views and those that are left out. */
  private static final class Row extends TableRow<CheckRow> {
    @Override
    protected void updateItem(CheckRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean there = !empty && row != null;
      pseudoClassStateChanged(SUSPICIOUS, there && row.suspicious());
      pseudoClassStateChanged(LEFT_OUT, there && row.leftOut());
      setTooltip(there && !row.remark().isEmpty() ? new Tooltip(row.remark()) : null);
    }
  }

  private static final class Words extends TableCell<CheckRow, String> {
    @Override
    protected void updateItem(String words, boolean empty) {
      super.updateItem(words, empty);
      setText(empty ? null : words);
    }
  }

  /** A number, right-aligned; a dash where there is none. */
  private static final class Figure extends TableCell<CheckRow, Double> {
    private final String format;

    Figure(String format) {
      this.format = format;
      getStyleClass().add("figure");
    }

    @Override
    protected void updateItem(Double value, boolean empty) {
      super.updateItem(value, empty);
      if (empty || value == null) {
        setText(null);
      } else {
        setText(value.isNaN() ? "–" : String.format(Locale.ROOT, format, value));
      }
    }
  }

  /** Whether a view is learnt from. */
  private final class Tick extends TableCell<CheckRow, Boolean> {
    private final CheckBox box = new CheckBox();

    Tick() {
      box.setOnAction(
          event ->
              intents.accept(
                  new MasksIntent.LeaveOut(getTableRow().getItem().view(), !box.isSelected())));
    }

    @Override
    protected void updateItem(Boolean used, boolean empty) {
      super.updateItem(used, empty);
      box.setSelected(used != null && used);
      boolean there = !empty && getTableRow() != null && getTableRow().getItem() != null;
      box.setAccessibleText(there ? TEXTS.get("table.use.of", getTableRow().getItem().view()) : "");
      setGraphic(empty ? null : box);
    }
  }

  /** The rows in the order in which they are shown. */
  List<CheckRow> rows() {
    return new ArrayList<>(table.getItems());
  }
}
