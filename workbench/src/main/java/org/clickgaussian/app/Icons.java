package org.clickgaussian.app;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Icons, drawn by the stylesheet {@code icons.css}. */
public final class Icons {
  private Icons() {}

  /** An icon, by its style class such as "icon-folder", with further style classes. */
  public static Region icon(String name, String... more) {
    Region icon = new Region();
    icon.getStyleClass().addAll("icon", name);
    icon.getStyleClass().addAll(more);
    return icon;
  }

  /** A button without a frame that shows an icon; the words are its tool tip. */
  public static Button button(String name, String words) {
    Button button = new Button();
    button.setGraphic(icon(name));
    button.getStyleClass().add("flat");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    return button;
  }
}
