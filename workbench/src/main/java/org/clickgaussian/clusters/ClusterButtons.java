package org.clickgaussian.clusters;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.clickgaussian.app.action.ActionRegistry;

/** Buttons that do actions, greyed as the actions say. */
final class ClusterButtons {
  private final ActionRegistry actions;
  private final Map<Button, String> buttons = new LinkedHashMap<>();

  ClusterButtons(ActionRegistry actions) {
    this.actions = actions;
  }

  /** A button with a short word on it. */
  Button button(String action, String words) {
    Button button = new Button(words);
    button.setId("button-" + action.replace('.', '-'));
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(actions.action(action).name()));
    button.setAccessibleText(actions.action(action).name());
    button.setOnAction(event -> actions.run(action));
    buttons.put(button, action);
    return button;
  }

  /** Shows what can be done now. */
  void show() {
    buttons.forEach(
        (button, id) -> button.setDisable(!actions.action(id).available().getAsBoolean()));
  }
}
