package org.clickgaussian.viewport.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.app.EqualRow;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.EditState;
import org.clickgaussian.text.Texts;

/** Selections kept under a name, and the field by which the present one gets a name. */
final class NamedSection {
  private static final Texts TEXTS = Texts.of("document");
  private static final int LONGEST_NAME = 60;
  private static final double ROW = 30;
  private static final int MOST_ROWS = 6;

  private final Consumer<SelectionIntent> intents;
  private final TextField name = new TextField();
  private final Button save = new Button(TEXTS.get("named.save"));
  private final Button load = new Button(TEXTS.get("named.select"));
  private final Button add = new Button(TEXTS.get("named.add"));
  private final Button rename = new Button(TEXTS.get("named.rename"));
  private final Button forget = new Button(TEXTS.get("named.delete"));
  private final ListView<String> list = new ListView<>();
  private final VBox node = new VBox(6);
  private EditState shown = EditState.initial();
  private boolean hasSelection;

  NamedSection(Consumer<SelectionIntent> intents) {
    this.intents = intents;
    name.setId("named-name");
    name.setPromptText(TEXTS.get("named.prompt"));
    name.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().length() <= LONGEST_NAME ? change : null));
    name.setOnAction(event -> save());
    name.textProperty().addListener((property, before, text) -> enable());
    HBox.setHgrow(name, Priority.ALWAYS);
    save.setId("named-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(event -> save());
    list.setId("named-list");
    list.setCellFactory(view -> new NamedCell());
    list.setPlaceholder(placeholder());
    list.setFixedCellSize(ROW);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, chosen) -> enable());
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            load(Combination.REPLACE);
          }
        });
    list.setContextMenu(menu());
    button(load, "named-load", () -> load(Combination.REPLACE));
    button(add, "named-add", () -> load(Combination.ADD));
    button(rename, "named-rename", this::rename);
    button(forget, "named-delete", this::forget);
    node.getChildren()
        .addAll(new HBox(6, name, save), list, new EqualRow(load, add, rename, forget));
  }

  private static Label placeholder() {
    Label label = new Label(TEXTS.get("named.none"));
    label.getStyleClass().addAll("muted", "small");
    label.setWrapText(true);
    return label;
  }

  private static void button(Button button, String id, Runnable action) {
    button.setId(id);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
  }

  private ContextMenu menu() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item(TEXTS.get("named.select"), () -> load(Combination.REPLACE)));
    items.add(item(TEXTS.get("named.add"), () -> load(Combination.ADD)));
    items.add(item(TEXTS.get("named.remove"), () -> load(Combination.REMOVE)));
    items.add(item(TEXTS.get("named.intersect"), () -> load(Combination.INTERSECT)));
    items.add(item(TEXTS.get("named.delete"), this::forget));
    return new ContextMenu(items.toArray(MenuItem[]::new));
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** A name and how many Gaussians it stands for. */
  private final class NamedCell extends ListCell<String> {
    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      boolean known = !empty && item != null && shown.named().containsKey(item);
      setText(
          known
              ? TEXTS.get("named.row", item, "%,d".formatted(shown.named().get(item).size()))
              : null);
    }
  }

  private String chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void save() {
    if (hasSelection && !name.getText().isBlank()) {
      String saved = name.getText().strip();
      intents.accept(new SelectionIntent.Save(saved));
      name.clear();
      list.getSelectionModel().select(saved);
    }
  }

  private void load(Combination combination) {
    if (chosen() != null) {
      intents.accept(new SelectionIntent.Load(chosen(), combination));
    }
  }

  /** What stands in the field becomes the name of the row that is chosen. */
  private void rename() {
    if (chosen() != null && !name.getText().isBlank()) {
      String renamed = name.getText().strip();
      intents.accept(new SelectionIntent.Rename(chosen(), renamed));
      name.clear();
      list.getSelectionModel().select(renamed);
    }
  }

  private void forget() {
    if (chosen() != null) {
      intents.accept(new SelectionIntent.Forget(chosen()));
    }
  }

  private void enable() {
    boolean named = !name.getText().isBlank();
    boolean row = chosen() != null;
    save.setDisable(!hasSelection || !named);
    load.setDisable(!row);
    add.setDisable(!row);
    rename.setDisable(!row || !named);
    forget.setDisable(!row);
  }

  Node node() {
    return node;
  }

  void show(EditState state, boolean selected) {
    hasSelection = selected;
    if (state.named() != shown.named()) {
      shown = state;
      String before = chosen();
      list.getItems().setAll(state.named().keySet());
      list.refresh();
      if (before != null && state.named().containsKey(before)) {
        list.getSelectionModel().select(before);
      }
      int rows = Math.clamp(state.named().size(), 1, MOST_ROWS);
      list.setPrefHeight(rows * ROW + 4);
      list.setMinHeight(rows * ROW + 4);
    }
    enable();
  }
}
