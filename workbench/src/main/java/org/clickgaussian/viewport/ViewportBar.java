package org.clickgaussian.viewport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.clickgaussian.app.Icons;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.ViewportMode;

/** The buttons above the picture; each does an action and tells its name and keys. */
final class ViewportBar extends ToolBar {
  private static final Texts TEXTS = Texts.of("viewport");

  private final Consumer<ViewportIntent> intents;
  private final ActionRegistry actions;
  private final HBox tools = new HBox();
  private final MenuButton modes = new MenuButton();
  private final MenuButton besides = new MenuButton();
  private final Label level = new Label();
  private final Slider opacity = new Slider(0, 1, 1);
  private final Map<String, ButtonBase> buttons = new LinkedHashMap<>();
  private ViewportState state = ViewportState.empty();

  ViewportBar(Consumer<ViewportIntent> intents, ActionRegistry actions) {
    this.intents = intents;
    this.actions = actions;
    setId("viewport-bar");
    getStyleClass().add("viewport-bar");
    tools.getStyleClass().add("viewport-tools");
    modes.setId("viewport-mode");
    modes.setTooltip(new Tooltip(TEXTS.get("bar.mode")));
    modes.setOnShowing(event -> listModes());
    besides.setId("viewport-mode-second");
    besides.setTooltip(new Tooltip(TEXTS.get("bar.second")));
    besides.setOnShowing(event -> listBesides());
    level.setId("viewport-level");
    level.getStyleClass().add("viewport-level");
    opacity.setId("photo-opacity");
    opacity.setPrefWidth(90);
    opacity.setTooltip(new Tooltip(TEXTS.get("bar.opacity")));
    opacity
        .valueProperty()
        .addListener(
            (property, before, value) -> {
              if (value.doubleValue() != state.photoOpacity()) {
                intents.accept(new ViewportIntent.PhotoOpacity(value.doubleValue()));
              }
            });
    getItems()
        .addAll(
            tools,
            modes,
            level,
            toggle("viewport.split", "icon-split"),
            besides,
            new Separator(Orientation.VERTICAL),
            toggle("viewport.photo", "icon-photo"),
            opacity,
            toggle("viewport.frusta", "icon-frusta"),
            toggle("viewport.axes", "icon-axes"),
            new Separator(Orientation.VERTICAL),
            button("camera.previous", "icon-previous"),
            button("camera.home", "icon-home"),
            button("camera.next", "icon-next"));
    listModes();
    listBesides();
  }

  /** Puts something at the start of the bar. */
  void addFirst(Node node) {
    tools.getChildren().add(node);
  }

  /** Puts a button that does an action at the end of the bar. */
  void addButton(String action, String icon) {
    getItems().add(button(action, icon));
  }

  private ButtonBase button(String action, String icon) {
    return prepared(new Button(), action, icon);
  }

  private ButtonBase toggle(String action, String icon) {
    return prepared(new ToggleButton(), action, icon);
  }

  private ButtonBase prepared(ButtonBase button, String id, String icon) {
    WorkbenchAction action = actions.action(id);
    button.setGraphic(Icons.icon(icon));
    button.setId("bar-" + id.replace('.', '-'));
    button.getStyleClass().add("icon-button");
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip(tip(action, action.name())));
    button.setAccessibleText(action.name());
    button.setOnAction(
        event -> {
          actions.run(id);
          showActions();
        });
    buttons.put(id, button);
    return button;
  }

  private static String tip(WorkbenchAction action, String name) {
    return action
        .accelerator()
        .map(keys -> TEXTS.get("bar.keys", name, KeyCombination.valueOf(keys).getDisplayText()))
        .orElse(name);
  }

  /** Shows a state. */
  void show(ViewportState next, Optional<SceneDocument> document) {
    state = next;
    modes.setText(ModeNames.name(next.mode()));
    modes.setDisable(next.surroundings().isEmpty());
    besides.setText(next.second().map(ModeNames::name).orElse(""));
    besides.setVisible(next.second().isPresent());
    besides.setManaged(next.second().isPresent());
    boolean photo = next.shows(Layer.PHOTO);
    opacity.setVisible(photo);
    opacity.setManaged(photo);
    opacity.setValue(next.photoOpacity());
    boolean levels = document.flatMap(SceneDocument::run).isPresent();
    level.setVisible(levels);
    level.setManaged(levels);
    document.ifPresent(scene -> level.setText(levelName(scene.state().level())));
    showActions();
  }

  private static String levelName(Level shown) {
    return shown == Level.COARSE ? TEXTS.get("level.coarse") : TEXTS.get("level.fine");
  }

  private void showActions() {
    buttons.forEach(
        (id, button) -> {
          WorkbenchAction action = actions.action(id);
          button.setDisable(!action.available().getAsBoolean());
          if (button instanceof ToggleButton toggle) {
            toggle.setSelected(action.checked().orElseThrow().getAsBoolean());
          }
        });
  }

  private void listModes() {
    modes.getItems().clear();
    for (ViewportMode mode : ViewportMode.values()) {
      RadioMenuItem item = item(mode, state.mode() == mode);
      item.setOnAction(event -> actions.run(ViewportActions.modeAction(mode)));
      modes.getItems().add(item);
    }
  }

  private void listBesides() {
    besides.getItems().clear();
    for (ViewportMode mode : ViewportMode.values()) {
      RadioMenuItem item = item(mode, state.second().filter(mode::equals).isPresent());
      item.setOnAction(event -> intents.accept(new ViewportIntent.Split(Optional.of(mode))));
      besides.getItems().add(item);
    }
  }

  private RadioMenuItem item(ViewportMode mode, boolean selected) {
    String reason = ModeNames.reason(state.obstacle(mode));
    String name = ModeNames.name(mode);
    RadioMenuItem item =
        new RadioMenuItem(
            reason.isEmpty()
                ? tip(actions.action(ViewportActions.modeAction(mode)), name)
                : TEXTS.get("bar.unavailable", name, reason));
    item.setDisable(!reason.isEmpty());
    item.setSelected(selected);
    item.setMnemonicParsing(false);
    return item;
  }
}
