package org.clickgaussian.app;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.clickgaussian.text.Texts;

/** Sentences that come up in a corner of the window and go by themselves after a while. */
final class NoticeArea implements Notices {
  private static final int MOST_AT_ONCE = 4;
  private static final double WIDTH = 360;
  private static final double READING_SECONDS = 3;
  private static final double DECIDING = 2;
  private static final double SECONDS_PER_CHARACTER = 0.07;

  private final VBox column = new VBox(8);
  private final Texts texts;

  NoticeArea(Texts texts) {
    this.texts = texts;
    column.setId("notices");
    column.setAlignment(Pos.BOTTOM_RIGHT);
    column.setPadding(new Insets(0, 16, 44, 0));
    column.setPickOnBounds(false);
    column.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(column, Pos.BOTTOM_RIGHT);
  }

  Node node() {
    return column;
  }

  @Override
  public void accept(String sentence) {
    show(sentence, Optional.empty());
  }

  @Override
  public void accept(String sentence, String button, Runnable action) {
    Button more = new Button(button);
    more.setId("notice-action");
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.setOnAction(event -> action.run());
    show(sentence, Optional.of(more));
  }

  private void show(String sentence, Optional<Button> more) {
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = Icons.button("icon-close", texts.get("notice.close"));
    HBox notice = new HBox(words);
    more.ifPresent(notice.getChildren()::add);
    notice.getChildren().add(close);
    notice.getStyleClass().addAll("notice", "overlay-card");
    notice.setPrefWidth(WIDTH);
    notice.setMaxWidth(WIDTH);
    Runnable remove = () -> column.getChildren().remove(notice);
    close.setOnAction(event -> remove.run());
    more.ifPresent(button -> button.addEventHandler(ActionEvent.ACTION, event -> remove.run()));
    column.getChildren().add(notice);
    if (column.getChildren().size() > MOST_AT_ONCE) {
      column.getChildren().removeFirst();
    }
    double seconds = READING_SECONDS + SECONDS_PER_CHARACTER * sentence.length();
    PauseTransition pause =
        new PauseTransition(Duration.seconds(more.isPresent() ? DECIDING * seconds : seconds));
    pause.setOnFinished(event -> remove.run());
    pause.play();
  }
}
