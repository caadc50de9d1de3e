package org.clickgaussian.viewport.tool;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;

/** The last steps, and the way back and forth among them. */
final class HistorySection {
  private static final Texts TEXTS = Texts.of("document");
  private static final int MOST_STEPS = 6;

  private final VBox steps = new VBox(2);
  private final VBox node;

  HistorySection(ActionButtons buttons) {
    Button undo = buttons.words("edit.undo", TEXTS.get("action.undo"));
    Button redo = buttons.words("edit.redo", TEXTS.get("action.redo"));
    HBox.setHgrow(undo, Priority.ALWAYS);
    HBox.setHgrow(redo, Priority.ALWAYS);
    steps.setId("history-steps");
    node = new VBox(6, new HBox(6, undo, redo), steps);
  }

  Node node() {
    return node;
  }

  void show(SceneDocument document) {
    steps.getChildren().clear();
    List<String> undone = document.undoneSteps();
    if (!undone.isEmpty()) {
      steps.getChildren().add(row(TEXTS.get("history.undone", undone.getFirst()), "muted"));
    }
    document.doneSteps().stream()
        .limit(MOST_STEPS)
        .forEach(step -> steps.getChildren().add(row(step, "small")));
    if (steps.getChildren().isEmpty()) {
      steps.getChildren().add(row(TEXTS.get("history.none"), "muted"));
    }
  }

  private static Label row(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().addAll("small", style);
    return label;
  }
}
