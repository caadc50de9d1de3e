package org.clickgaussian.app;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.clickgaussian.app.job.FxTaskExecutor;
import org.clickgaussian.task.MemoryReading;
import org.clickgaussian.text.Texts;
import org.controlsfx.control.StatusBar;

/** The bar at the lower edge: what the pointer is over, the latest job, what renders, memory. */
final class StatusLine implements AutoCloseable {
  private static final double BAR_WIDTH = 110;
  private static final double MOST_JOB_WORDS = 420;
  private static final double TIP_WIDTH = 460;

  private final StatusBar bar = new StatusBar();
  private final HBox job = new HBox(8);
  private final Label jobWords = new Label();
  private final ProgressBar jobBar = new ProgressBar();
  private final Label backend = new Label();
  private final Tooltip backendDetails = new Tooltip();
  private final Label memory = new Label();
  private final Tooltip memoryDetails = new Tooltip();
  private final Timeline clock;
  private final Texts texts;

  StatusLine(FxTaskExecutor executor, Texts texts) {
    this.texts = texts;
    bar.setId("status-bar");
    bar.setText("");
    jobWords.setId("status-job");
    jobWords.setMaxWidth(MOST_JOB_WORDS);
    backend.setMaxHeight(Double.MAX_VALUE);
    memory.setMaxHeight(Double.MAX_VALUE);
    jobBar.setPrefWidth(BAR_WIDTH);
    backend.setId("status-backend");
    memory.setId("status-memory");
    memory.setTooltip(memoryDetails);
    backendDetails.setWrapText(true);
    backendDetails.setMaxWidth(TIP_WIDTH);
    backend.setTooltip(backendDetails);
    job.setAlignment(Pos.CENTER);
    job.getChildren().addAll(jobWords, jobBar, cancelButton(executor));
    bar.getRightItems().addAll(job, backend, memory);
    executor.running().addListener((ListChangeListener<Task<?>>) change -> follow(executor));
    follow(executor);
    clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> readMemory()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
    readMemory();
  }

  Node node() {
    return bar;
  }

  void pointed(String words) {
    bar.setText(words);
  }

  /**
   * Says what draws.
   *
   * @param reason why it is the processor although a graphics processor might have been used
   */
  void backend(String words, Optional<String> reason) {
    backend.setText(words);
    backendDetails.setText(
        reason
            .map(why -> texts.get("status.backend.reason", words, why))
            .orElseGet(() -> texts.get("status.backend", words)));
  }

  /** Has something done when a person clicks on what draws. */
  void onBackend(Runnable action) {
    backend.setOnMouseClicked(event -> action.run());
  }

  private Button cancelButton(FxTaskExecutor executor) {
    Button cancel = Icons.button("icon-close", texts.get("task.cancel"));
    cancel.setId("status-cancel");
    cancel.setOnAction(
        event -> {
          if (!executor.running().isEmpty()) {
            executor.running().getLast().cancel();
          }
        });
    return cancel;
  }

  private void follow(FxTaskExecutor executor) {
    boolean any = !executor.running().isEmpty();
    job.setVisible(any);
    job.setManaged(any);
    jobWords.textProperty().unbind();
    jobBar.progressProperty().unbind();
    if (any) {
      Task<?> latest = executor.running().getLast();
      jobWords
          .textProperty()
          .bind(latest.titleProperty().concat(": ").concat(latest.messageProperty()));
      jobBar.progressProperty().bind(latest.progressProperty());
    }
  }

  private void readMemory() {
    MemoryReading now = MemoryReading.now();
    memory.setText(texts.get("status.memory", now.usedWords()));
    memoryDetails.setText(
        texts.get("status.memory.details", now.heapWords(), now.heapLimitWords()));
  }

  @Override
  public void close() {
    clock.stop();
  }
}
