package org.clickgaussian.app;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.text.Texts;

/** All keys on one sheet, by menu. */
final class ShortcutSheet {
  private static final double WIDTH = 940;
  private static final double HEIGHT = 700;
  private static final double COLUMN = 262;

  private final ActionRegistry actions;
  private final Overlay overlay;
  private final Texts texts;

  ShortcutSheet(ActionRegistry actions, Overlay overlay, Texts texts) {
    this.actions = actions;
    this.overlay = overlay;
    this.texts = texts;
  }

  void show() {
    FlowPane columns = new FlowPane(javafx.geometry.Orientation.VERTICAL, 24, 18);
    columns.setPrefWrapLength(HEIGHT - 140);
    for (WorkbenchAction.Menu menu : WorkbenchAction.Menu.values()) {
      List<WorkbenchAction> withKeys =
          actions.all().stream()
              .filter(action -> action.menu() == menu && action.accelerator().isPresent())
              .toList();
      if (!withKeys.isEmpty()) {
        columns.getChildren().add(section(menu, withKeys));
      }
    }
    columns.getChildren().add(gestures());
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToHeight(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label title = new Label(texts.get("shortcuts.title"));
    title.getStyleClass().add("title");
    Button close = new Button(texts.get("card.close"));
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.setOnAction(event -> overlay.hide());
    HBox buttons = new HBox(close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(14, title, scroll, buttons);
    card.setId("shortcuts");
    card.setPadding(new Insets(22));
    card.setPrefSize(WIDTH, HEIGHT);
    overlay.show(card, close);
  }

  private VBox section(WorkbenchAction.Menu menu, List<WorkbenchAction> withKeys) {
    GridPane grid = grid();
    for (WorkbenchAction action : withKeys) {
      Label name = new Label(action.name());
      name.setWrapText(true);
      grid.addRow(
          grid.getRowCount(), name, CommandPalette.keyLabel(action.accelerator().orElseThrow()));
    }
    return section(texts.get("menu." + menu.name().toLowerCase(java.util.Locale.ROOT)), grid);
  }

  /** What the mouse does in the scene; no action stands behind it. */
  private VBox gestures() {
    GridPane grid = grid();
    for (String gesture : texts.get("shortcuts.mouse.list").split(";")) {
      String[] pair = gesture.split("=", 2);
      Label keys = new Label(pair[1].strip());
      keys.getStyleClass().add("key");
      grid.addRow(grid.getRowCount(), new Label(pair[0].strip()), keys);
    }
    return section(texts.get("shortcuts.mouse"), grid);
  }

  private static VBox section(String title, GridPane grid) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section");
    return new VBox(6, heading, grid);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(10, 5);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(name, keys);
    grid.setPrefWidth(COLUMN);
    return grid;
  }
}
