package org.clickgaussian.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.FailedWork;
import org.clickgaussian.viewport.Images;

/** A picture of a prediction over the truth with its legend; read on a thread of its own. */
final class PredictionView implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("runs");
  private static final double SWATCH = 11;

  private final TaskExecutor tasks;
  private final ImageView picture = new ImageView();
  private final Label hint = new Label();
  private final BorderPane pane = new BorderPane();
  private final LatestRequest<Path> reader = new LatestRequest<>("predictions", this::read);
  private Optional<Path> wanted = Optional.empty();

  PredictionView(TaskExecutor tasks) {
    this.tasks = tasks;
    picture.setId("scores-picture");
    picture.setPreserveRatio(true);
    hint.setId("scores-picture-hint");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    StackPane middle = new StackPane(picture, hint);
    middle.setMinSize(0, 0);
    picture.fitWidthProperty().bind(middle.widthProperty());
    picture.fitHeightProperty().bind(middle.heightProperty());
    pane.setCenter(middle);
    pane.setBottom(legend());
    show(Optional.empty());
  }

  private static Node legend() {
    FlowPane legend = new FlowPane(10, 2);
    legend.getStyleClass().add("runs-bar");
    for (PredictionPictures.Kind kind : PredictionPictures.Kind.values()) {
      Label label = new Label(TEXTS.get("kind." + kind.name().toLowerCase(Locale.ROOT)));
      label.setGraphic(new Rectangle(SWATCH, SWATCH, Color.web(kind.css())));
      label.getStyleClass().addAll("muted", "small");
      legend.getChildren().add(label);
    }
    legend.setAlignment(Pos.CENTER_LEFT);
    return legend;
  }

  Node node() {
    return pane;
  }

  /** Whether the picture that is wanted can be seen. */
  boolean isShown() {
    return picture.getImage() != null;
  }

  /** Shows a picture, where there is one. */
  void show(Optional<Path> file) {
    if (!file.equals(wanted) || file.isEmpty()) {
      wanted = file;
      picture.setImage(null);
      hint.setVisible(true);
      hint.setText(TEXTS.get(file.isEmpty() ? "hint.no-row" : "hint.no-picture"));
      file.ifPresent(reader::submit);
    }
  }

  /** Reads the picture anew, for an evaluation may have written another one. */
  void refresh() {
    Optional<Path> file = wanted;
    wanted = Optional.empty();
    show(file);
  }

  private void read(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Image image = Images.of(ImageFiles.readRgb(file));
      tasks.onWindowThread(
          () -> {
            if (wanted.filter(file::equals).isPresent()) {
              picture.setImage(image);
              hint.setVisible(false);
            }
          });
    } catch (InputException e) {
      tasks.onWindowThread(() -> FailedWork.report(tasks, TEXTS.get("task.picture"), e));
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
