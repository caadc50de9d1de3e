package org.clickgaussian.app.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;

/**
 * The jobs that run, each with its progress, its time left and a button to cancel it. Words that do
 * not fit end with an ellipsis and are told whole by a tool tip; the button always fits.
 */
public final class TaskList {
  private static final Texts TEXTS = Texts.of("app");

  private final FxTaskExecutor executor;
  private final VBox rows = new VBox();
  private final Label none = new Label(TEXTS.get("task.none"));
  private final ScrollPane view = new ScrollPane(rows);
  private final Map<Task<?>, Node> shown = new HashMap<>();

  /** A list that follows an executor. */
  public TaskList(FxTaskExecutor executor) {
    this.executor = executor;
    none.getStyleClass().add("hint");
    none.setWrapText(true);
    none.setMaxWidth(Double.MAX_VALUE);
    view.setId("task-list");
    view.setFitToWidth(true);
    view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    view.getStyleClass().addAll("panel", "edge-to-edge");
    executor.running().addListener((ListChangeListener<Task<?>>) change -> follow());
    follow();
  }

  private void follow() {
    List<Task<?>> running = List.copyOf(executor.running());
    shown.keySet().retainAll(running);
    running.forEach(task -> shown.computeIfAbsent(task, TaskList::row));
    if (running.isEmpty()) {
      rows.getChildren().setAll(none);
    } else {
      rows.getChildren().setAll(running.stream().map(shown::get).toList());
    }
  }

  private static Node row(Task<?> task) {
    Label title = words();
    title.textProperty().bind(task.titleProperty());
    Label message = words();
    message.getStyleClass().add("task-message");
    message.textProperty().bind(task.messageProperty());
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("task-progress-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(0);
    bar.progressProperty().bind(task.progressProperty());
    Button cancel = new Button(TEXTS.get("task.cancel"));
    cancel.getStyleClass().add("task-cancel-button");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> task.cancel());
    BorderPane head = new BorderPane(title);
    head.setRight(cancel);
    VBox row = new VBox(4, head, bar, message);
    row.getStyleClass().add("task-list-cell");
    return row;
  }

  /** A label that may be too short for its words, and then tells them by its tool tip. */
  private static Label words() {
    Label label = new Label();
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(label.textProperty());
    label.setTooltip(whole);
    return label;
  }

  /** What to put into the window. */
  public Node node() {
    return view;
  }
}
