package org.clickgaussian.viewport;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says why there is nothing to see, and what to do about it. */
final class HintCard extends VBox {
  private final Label words = new Label();
  private final Button remedy = new Button();

  HintCard() {
    setId("viewport-hint");
    getStyleClass().addAll("viewport-card", "viewport-hint");
    setAlignment(Pos.CENTER);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    words.setId("viewport-hint-words");
    words.setWrapText(true);
    words.setMaxWidth(360);
    remedy.setId("viewport-hint-remedy");
    getChildren().addAll(words, remedy);
    setVisible(false);
  }

  /** Says something; nothing where there are no words. */
  void show(String text) {
    show(text, "", () -> {});
  }

  /** Says something, and offers to do something about it. */
  void show(String text, String remedyName, Runnable action) {
    words.setText(text);
    remedy.setText(remedyName);
    remedy.setOnAction(event -> action.run());
    remedy.setVisible(!remedyName.isEmpty());
    remedy.setManaged(!remedyName.isEmpty());
    setVisible(!text.isEmpty());
  }
}
