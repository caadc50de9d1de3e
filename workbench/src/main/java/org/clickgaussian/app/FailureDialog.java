package org.clickgaussian.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.task.TaskExecutor.FailureHandler;
import org.clickgaussian.text.Texts;

/**
 * The one way in which failures are told: what happened, what to do, and on request the details. A
 * failure that comes while another is shown waits for its turn; the same one does not come twice.
 */
final class FailureDialog implements FailureHandler {
  private static final double WIDTH = 560;
  private static final int MOST_WAITING = 20;

  private final Overlay overlay;
  private final Texts texts;
  private final Consumer<FailureReport> log;
  private final List<FailureReport> waiting = new ArrayList<>();

  /**
   * A dialog.
   *
   * @param log takes each failure, from any thread, so that it is kept when nobody looks
   */
  FailureDialog(Overlay overlay, Texts texts, Consumer<FailureReport> log) {
    this.overlay = overlay;
    this.texts = texts;
    this.log = log;
  }

  @Override
  public void failed(String title, Throwable failure) {
    FailureReport report = FailureReport.of(title, failure, texts);
    log.accept(report);
    if (Platform.isFxApplicationThread()) {
      add(report);
    } else {
      Platform.runLater(() -> add(report));
    }
  }

  private void add(FailureReport report) {
    if (waiting.contains(report) || waiting.size() >= MOST_WAITING) {
      return;
    }
    waiting.add(report);
    if (waiting.size() == 1 || !overlay.shows("failure")) {
      showFirst();
    }
  }

  private void showFirst() {
    FailureReport report = waiting.getFirst();
    Button close = new Button(texts.get("failure.close"));
    close.setId("failure-close");
    close.setDefaultButton(true);
    TextArea details = details(report);
    VBox card =
        new VBox(14, heading(report), words(report), details, buttons(report, details, close));
    card.setId("failure");
    card.setPadding(new Insets(22));
    card.setPrefWidth(WIDTH);
    close.setOnAction(event -> overlay.hide());
    overlay.show(card, close, this::closed);
  }

  private void closed() {
    waiting.removeFirst();
    if (!waiting.isEmpty()) {
      showFirst();
    }
  }

  private static HBox heading(FailureReport report) {
    Label title = new Label(report.heading());
    title.getStyleClass().add("title");
    title.setWrapText(true);
    HBox heading = new HBox(12, Icons.icon("icon-failure", "icon-large"), title);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private static VBox words(FailureReport report) {
    Label sentence = new Label(report.sentence());
    sentence.setId("failure-sentence");
    sentence.getStyleClass().add("failure-sentence");
    sentence.setWrapText(true);
    Label advice = new Label(report.advice());
    advice.setId("failure-advice");
    advice.getStyleClass().add("muted");
    advice.setWrapText(true);
    return new VBox(8, sentence, advice);
  }

  private static TextArea details(FailureReport report) {
    TextArea details = new TextArea(report.details());
    details.setId("failure-details");
    details.getStyleClass().add("monospace");
    details.setEditable(false);
    details.setPrefRowCount(12);
    details.setVisible(false);
    details.setManaged(false);
    return details;
  }

  private HBox buttons(FailureReport report, TextArea details, Button close) {
    Button more = new Button(texts.get("failure.details"));
    more.setId("failure-more");
    more.setOnAction(
        event -> {
          boolean shown = !details.isVisible();
          details.setVisible(shown);
          details.setManaged(shown);
          more.setText(texts.get(shown ? "failure.details.hide" : "failure.details"));
        });
    Button copy = new Button(texts.get("failure.copy"));
    copy.setId("failure-copy");
    copy.setOnAction(event -> copy(report));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, more, copy, space, close);
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private static void copy(FailureReport report) {
    ClipboardContent content = new ClipboardContent();
    content.putString(report.heading() + "\n" + report.sentence() + "\n\n" + report.details());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
