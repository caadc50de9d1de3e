package org.clickgaussian.viewport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.View;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportIntent.Layer;

/**
 * Small pictures of the training views side by side. A click, or the arrow keys, fly there; the
 * view at which the camera stands is marked.
 */
final class ViewStrip extends BorderPane implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("viewport");
  private static final double CELL_WIDTH = 108;
  private static final double HEIGHT = 114;

  private final WorkbenchContext context;
  private final Consumer<ViewportIntent> intents;
  private final ObservableList<View> views = FXCollections.observableArrayList();
  private final ListView<View> list = new ListView<>(views);
  private final Map<String, Image> pictures = new HashMap<>();
  private Optional<SceneDocument> shown = Optional.empty();
  private Optional<TaskHandle> making = Optional.empty();
  private boolean following;

  ViewStrip(WorkbenchContext context, Consumer<ViewportIntent> intents) {
    this.context = context;
    this.intents = intents;
    setId("view-strip-pane");
    list.setId("view-strip");
    list.getStyleClass().add("view-strip");
    list.setOrientation(Orientation.HORIZONTAL);
    list.setFixedCellSize(CELL_WIDTH);
    list.setPrefHeight(HEIGHT);
    list.setMinHeight(HEIGHT);
    list.setAccessibleText(TEXTS.get("strip.title"));
    list.setCellFactory(any -> new Cell());
    list.getSelectionModel().selectedItemProperty().addListener((p, before, view) -> chosen(view));
    setCenter(list);
    setVisible(false);
    setManaged(false);
  }

  private void chosen(View view) {
    if (!following && view != null) {
      intents.accept(new ViewportIntent.GoTo(view.key()));
    }
  }

  /** Shows the views of a state's scene. */
  void show(ViewportState state, Optional<SceneDocument> document) {
    boolean wanted = state.shows(Layer.STRIP) && !state.views().isEmpty();
    setVisible(wanted);
    setManaged(wanted);
    if (!shown.equals(document) || views.size() != state.views().size()) {
      fill(state.views(), document);
    }
    if (!state.moving() || state.view().isPresent()) {
      follow(state.standingAt());
    }
  }

  private void fill(List<View> all, Optional<SceneDocument> document) {
    making.ifPresent(TaskHandle::cancel);
    making = Optional.empty();
    shown = document;
    pictures.clear();
    following = true;
    views.setAll(all);
    list.getSelectionModel().clearSelection();
    following = false;
    if (document.isPresent() && !all.isEmpty()) {
      SceneDocument scene = document.get();
      making =
          Optional.of(
              context
                  .tasks()
                  .submit(
                      TEXTS.get("strip.task"),
                      new Thumbnails(scene, all, (view, image) -> deliver(scene, view, image)),
                      nothing -> {}));
    }
  }

  private void deliver(SceneDocument document, View view, Image image) {
    context
        .tasks()
        .onWindowThread(
            () -> {
              if (shown.filter(document::equals).isPresent()) {
                pictures.put(view.key(), image);
                list.refresh();
              }
            });
  }

  private void follow(Optional<View> standing) {
    View marked = list.getSelectionModel().getSelectedItem();
    if (standing.filter(view -> view == marked).isPresent()
        || standing.isEmpty() && marked == null) {
      return;
    }
    following = true;
    standing.ifPresentOrElse(
        view -> {
          list.getSelectionModel().select(view);
          list.scrollTo(Math.max(0, views.indexOf(view) - 1));
        },
        () -> list.getSelectionModel().clearSelection());
    following = false;
  }

  /** One view. */
  private final class Cell extends ListCell<View> {
    private final ImageView picture = new ImageView();

    Cell() {
      picture.setPreserveRatio(true);
      picture.setFitWidth(Thumbnails.WIDTH);
      picture.setFitHeight(Thumbnails.HEIGHT);
      setContentDisplay(ContentDisplay.TOP);
      setAlignment(Pos.CENTER);
      setGraphicTextGap(3);
      // As high as the strip, which then needs no second scroll bar.
      setPrefHeight(0);
    }

    @Override
    protected void updateItem(View view, boolean empty) {
      super.updateItem(view, empty);
      if (empty || view == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      picture.setImage(pictures.get(view.key()));
      setText(view.key());
      setGraphic(picture);
    }
  }

  @Override
  public void close() {
    making.ifPresent(TaskHandle::cancel);
  }
}
