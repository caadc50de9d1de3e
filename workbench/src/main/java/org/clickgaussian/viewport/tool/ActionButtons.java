package org.clickgaussian.viewport.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.clickgaussian.app.Icons;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;

/** Buttons that do actions, greyed and pressed in as the actions say. */
final class ActionButtons {
  private final ActionRegistry actions;
  private final Map<ButtonBase, String> buttons = new LinkedHashMap<>();

  ActionButtons(ActionRegistry actions) {
    this.actions = actions;
  }

  /** A button with a short word on it. */
  Button words(String action, String words) {
    Button button = new Button(words);
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return prepared(button, action);
  }

  /** A button that stays pressed while its action is on, with an icon. */
  ToggleButton icon(String action, String icon) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(Icons.icon(icon));
    button.getStyleClass().addAll("flat", "icon-button");
    button.setFocusTraversable(false);
    return prepared(button, action);
  }

  private <B extends ButtonBase> B prepared(B button, String id) {
    button.setId("button-" + id.replace('.', '-'));
    button.setAccessibleText(actions.action(id).name());
    button.setTooltip(new Tooltip());
    button.setOnAction(
        event -> {
          actions.run(id);
          show();
        });
    buttons.put(button, id);
    return button;
  }

  /** Shows what can be done now. */
  void show() {
    buttons.forEach(
        (button, id) -> {
          WorkbenchAction action = actions.action(id);
          button.setDisable(!action.available().getAsBoolean());
          button.getTooltip().setText(tip(action));
          if (button instanceof ToggleButton toggle) {
            toggle.setSelected(action.checked().orElseThrow().getAsBoolean());
          }
        });
  }

  private static String tip(WorkbenchAction action) {
    return action
        .accelerator()
        .map(
            keys ->
                action.presentName() + "  (" + KeyCombination.valueOf(keys).getDisplayText() + ")")
        .orElse(action.presentName());
  }
}
