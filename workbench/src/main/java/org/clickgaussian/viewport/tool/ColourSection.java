package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.clickgaussian.text.Texts;

/** Recolouring: the slider blends the selection with the colour while it is moved. */
final class ColourSection {
  private static final Texts TEXTS = Texts.of("document");

  private final Consumer<SelectionIntent> intents;
  private final ColorPicker colour = new ColorPicker(Color.web("#e8663c"));
  private final Slider strength = new Slider(0, 1, 0);
  private final Label words = new Label(TEXTS.get("colour"));
  private final HBox node = new HBox(8, words, colour, strength);
  private boolean showing;

  ColourSection(Consumer<SelectionIntent> intents) {
    this.intents = intents;
    words.setMinWidth(Region.USE_PREF_SIZE);
    strength.setMinWidth(0);
    colour.setId("recolour-colour");
    colour.getStyleClass().add("button");
    colour.setStyle("-fx-color-label-visible: false;");
    strength.setId("recolour-strength");
    strength.setTooltip(new Tooltip(TEXTS.get("colour.strength")));
    HBox.setHgrow(strength, Priority.ALWAYS);
    strength.valueProperty().addListener((property, before, now) -> blend());
    strength
        .valueChangingProperty()
        .addListener(
            (property, before, changing) -> {
              if (!changing) {
                settle();
              }
            });
    colour.setOnAction(event -> chosen());
    node.setAlignment(Pos.CENTER_LEFT);
  }

  private void chosen() {
    if (strength.getValue() > 0) {
      blend();
    } else {
      strength.setValue(0.5);
    }
  }

  private void blend() {
    if (!showing) {
      Color with = colour.getValue();
      intents.accept(
          new SelectionIntent.Recolour(
              with.getRed(), with.getGreen(), with.getBlue(), strength.getValue()));
    }
  }

  private void settle() {
    intents.accept(new SelectionIntent.Settle());
    showing = true;
    strength.setValue(0);
    showing = false;
  }

  Node node() {
    return node;
  }

  void show(boolean selected) {
    node.setDisable(!selected);
  }
}
