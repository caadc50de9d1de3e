package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.RunColumn;
import org.clickgaussian.text.Texts;

/** The table of runs; the rows that are selected are the picked runs. */
final class RunsTable extends TableView<RunRecord> {
  private static final Texts TEXTS = Texts.of("runs");
  private static final PseudoClass USED = PseudoClass.getPseudoClass("used");
  private static final PseudoClass FOREIGN = PseudoClass.getPseudoClass("foreign");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final double NAME_WIDTH = 150;
  private static final double WIDTH = 88;

  private final Consumer<RunsIntent> intents;
  private RunsState state;
  private List<String> columnsShown = List.of();
  private boolean showing;

  RunsTable(Consumer<RunsIntent> intents) {
    this.intents = intents;
    setId("runs-table");
    getStyleClass().add("runs-table");
    Label none = new Label(TEXTS.get("hint.no-runs"));
    none.getStyleClass().add("hint");
    setPlaceholder(none);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRecord>) change -> picked());
    setRowFactory(table -> new RunRow());
  }

  private void picked() {
    if (!showing) {
      List<Path> folders = new ArrayList<>();
      for (RunRecord run : getSelectionModel().getSelectedItems()) {
        // While rows are replaced the selection may hold one that is gone.
        if (run != null) {
          folders.add(run.folder());
        }
      }
      intents.accept(new RunsIntent.Pick(folders));
    }
  }

  void show(RunsState next) {
    state = next;
    showing = true;
    showColumns();
    if (!getItems().equals(next.shown())) {
      getItems().setAll(next.shown());
      sort();
    }
    select();
    refresh();
    showing = false;
  }

  private void select() {
    Set<Path> wanted = new LinkedHashSet<>();
    state.picked().forEach(run -> wanted.add(run.folder()));
    Set<Path> selected = new LinkedHashSet<>();
    for (RunRecord run : getSelectionModel().getSelectedItems()) {
      if (run != null) {
        selected.add(run.folder());
      }
    }
    if (!selected.equals(wanted)) {
      getSelectionModel().clearSelection();
      for (int row = 0; row < getItems().size(); row++) {
        if (wanted.contains(getItems().get(row).folder())) {
          getSelectionModel().select(row);
        }
      }
    }
  }

  private void showColumns() {
    List<RunColumn> wanted =
        state.columns().stream().filter(each -> state.visible().contains(each.key())).toList();
    List<String> keys = wanted.stream().map(RunColumn::key).toList();
    if (!keys.equals(columnsShown)) {
      columnsShown = keys;
      getColumns().clear();
      wanted.forEach(column -> getColumns().add(column(column)));
    }
  }

  private static TableColumn<RunRecord, RunRecord> column(RunColumn column) {
    TableColumn<RunRecord, RunRecord> shown = new TableColumn<>(column.title());
    shown.setId("runs-column-" + column.key());
    shown.setPrefWidth(column.equals(RunColumn.NAME) ? NAME_WIDTH : WIDTH);
    shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    shown.setComparator(column.order());
    shown.setCellFactory(
        each ->
            new TableCell<>() {
              @Override
              protected void updateItem(RunRecord run, boolean empty) {
                super.updateItem(run, empty);
                setText(empty || run == null ? null : column.text().apply(run));
                setAlignment(column.number().isPresent() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
              }
            });
    return shown;
  }

  /** A row says why a run is broken, and a double click makes clicks be answered from it. */
  private final class RunRow extends TableRow<RunRecord> {
    RunRow() {
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && isUsable(getItem())) {
              intents.accept(new RunsIntent.Use(getItem().folder()));
            }
          });
    }

    @Override
    protected void updateItem(RunRecord run, boolean empty) {
      super.updateItem(run, empty);
      boolean any = !empty && run != null;
      pseudoClassStateChanged(USED, any && state.used().filter(run.folder()::equals).isPresent());
      pseudoClassStateChanged(BROKEN, any && run.state() == RunRecord.State.BROKEN);
      boolean foreign = any && state.foreign().contains(run.folder());
      pseudoClassStateChanged(FOREIGN, foreign);
      setTooltip(any ? tip(run, foreign) : null);
    }

    private static Tooltip tip(RunRecord run, boolean foreign) {
      List<String> lines = new ArrayList<>();
      if (foreign) {
        lines.add(TEXTS.get("tip.foreign", run.config().orElseThrow().scene()));
      }
      lines.add(run.progress());
      lines.addAll(run.warnings());
      run.config().ifPresent(told -> lines.add(TEXTS.get("tip.backend", told.backend())));
      run.config()
          .flatMap(config -> config.parent())
          .ifPresent(
              parent -> lines.add(TEXTS.get("tip.branch", parent.run(), parent.iteration())));
      run.changes()
          .all()
          .forEach(
              change ->
                  lines.add(
                      TEXTS.get(
                          "tip.change",
                          change.parameter().key(),
                          change.parameter().format(change.from()),
                          change.parameter().format(change.to()),
                          Integer.toString(change.iteration()))));
      return new Tooltip(String.join("\n", lines));
    }
  }

  private boolean isUsable(RunRecord run) {
    return run != null
        && run.state() == RunRecord.State.FINISHED
        && !state.foreign().contains(run.folder());
  }
}
