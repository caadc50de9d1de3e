package org.clickgaussian.app;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.text.Texts;

/** All actions by name: type a few letters, choose with the arrow keys, Enter does it. */
final class CommandPalette {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 440;

  private final ActionRegistry actions;
  private final ActionRunner runner;
  private final Overlay overlay;
  private final Texts texts;
  private final TextField query = new TextField();
  private final ListView<WorkbenchAction> found = new ListView<>();

  CommandPalette(ActionRegistry actions, ActionRunner runner, Overlay overlay, Texts texts) {
    this.actions = actions;
    this.runner = runner;
    this.overlay = overlay;
    this.texts = texts;
  }

  void show() {
    query.setId("palette-query");
    query.setPromptText(texts.get("palette.prompt"));
    query.textProperty().addListener((text, before, now) -> search(now));
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    found.setId("palette-found");
    found.setFocusTraversable(false);
    found.setPlaceholder(hint());
    found.setCellFactory(list -> new Row());
    found.setOnMouseClicked(event -> run());
    VBox card = new VBox(query, found);
    card.setId("palette");
    card.getStyleClass().add("palette");
    card.setPrefSize(WIDTH, HEIGHT);
    VBox.setVgrow(found, Priority.ALWAYS);
    search("");
    overlay.show(card, query);
  }

  private Label hint() {
    Label hint = new Label(texts.get("palette.nothing"));
    hint.getStyleClass().add("hint");
    return hint;
  }

  private void search(String words) {
    found.getItems().setAll(actions.search(words));
    found.getSelectionModel().selectFirst();
  }

  /** The arrow keys choose while the letters go on into the field. */
  private void steer(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      found.getSelectionModel().selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      found.getSelectionModel().selectPrevious();
    } else if (event.getCode() == KeyCode.ENTER) {
      run();
    } else {
      return;
    }
    found.scrollTo(found.getSelectionModel().getSelectedIndex());
    event.consume();
  }

  private void run() {
    WorkbenchAction chosen = found.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.available().getAsBoolean()) {
      overlay.hide();
      runner.run(chosen);
    }
  }

  /** Name, menu and keys of an action. */
  private final class Row extends ListCell<WorkbenchAction> {
    @Override
    protected void updateItem(WorkbenchAction action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(action.name());
      name.setMinWidth(0);
      Label menu =
          new Label(texts.get("menu." + action.menu().name().toLowerCase(java.util.Locale.ROOT)));
      menu.getStyleClass().addAll("muted", "small");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox row = new HBox(name, menu, space);
      row.getStyleClass().add("palette-row");
      if (!action.available().getAsBoolean()) {
        row.getStyleClass().add("unavailable");
      }
      action.accelerator().ifPresent(keys -> row.getChildren().add(keyLabel(keys)));
      setGraphic(row);
    }
  }

  /** Keys as the system writes them. */
  static Label keyLabel(String keys) {
    Label label = new Label(KeyCombination.valueOf(keys).getDisplayText().replace('_', ' '));
    label.getStyleClass().add("key");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
