package org.clickgaussian.viewport;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;

/** A card in the viewport that asks what must be known before something is saved. */
class SaveCard extends VBox {
  private static final Texts TEXTS = Texts.of("viewport");

  private final Button save = new Button(TEXTS.get("save.save"));
  private final Consumer<SaveCard> closed;

  /**
   * Fills the card.
   *
   * @param closed takes the card when it is done with
   */
  SaveCard(String id, String title, Consumer<SaveCard> closed) {
    this.closed = closed;
    setId(id);
    getStyleClass().addAll("overlay-card", "viewport-save");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.CENTER);
    Label heading = new Label(title);
    heading.getStyleClass().add("title");
    getChildren().add(heading);
    setOnMousePressed(event -> event.consume());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
  }

  /** A row: what is asked, and where it is answered. */
  final void ask(String question, Node answer) {
    Label label = new Label(question);
    label.getStyleClass().add("muted");
    label.setLabelFor(answer);
    label.setMinWidth(110);
    HBox row = new HBox(label, answer);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setSpacing(10);
    getChildren().add(row);
  }

  /** The buttons. */
  final void finish(Runnable action) {
    save.setId(getId() + "-save");
    save.setDefaultButton(true);
    save.setOnAction(
        event -> {
          close();
          action.run();
        });
    Button cancel = new Button(TEXTS.get("save.cancel"));
    cancel.setId(getId() + "-cancel");
    cancel.setOnAction(event -> close());
    HBox buttons = new HBox(cancel, save);
    buttons.setSpacing(8);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(buttons);
  }

  /** Brings the keys here. */
  final void focusSave() {
    save.requestFocus();
  }

  private void close() {
    closed.accept(this);
  }
}
