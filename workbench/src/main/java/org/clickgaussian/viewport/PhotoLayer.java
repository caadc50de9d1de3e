package org.clickgaussian.viewport;

import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.clickgaussian.viewport.navigation.Framing;

/** A view's photo over the picture: as opaque as wanted, and cut off at a handle to be dragged. */
final class PhotoLayer extends Region {
  private final ImageView photo = new ImageView();
  private final Rectangle shown = new Rectangle();
  private final StackPane handle = new StackPane(new Region());
  private DoubleConsumer wiped = share -> {};
  private Framing framing;
  private double scale = 1;
  private double wipe = 1;

  PhotoLayer() {
    setPickOnBounds(false);
    setVisible(false);
    photo.setManaged(false);
    photo.setClip(shown);
    photo.setMouseTransparent(true);
    photo.setId("photo");
    handle.setManaged(false);
    handle.setId("photo-wipe");
    handle.setCursor(Cursor.H_RESIZE);
    handle.getStyleClass().add("viewport-wipe");
    handle.setOnMousePressed(event -> event.consume());
    handle.setOnMouseReleased(event -> event.consume());
    handle.setOnMouseClicked(event -> event.consume());
    handle.setOnMouseDragged(
        event -> {
          double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
          wiped.accept(Math.clamp((x - photo.getX()) / photo.getFitWidth(), 0.0, 1.0));
          event.consume();
        });
    getChildren().addAll(photo, handle);
  }

  /** Tells where the handle is dragged to, as a share of the photo's width. */
  void onWipe(DoubleConsumer listener) {
    wiped = listener;
  }

  /**
   * Shows a photo.
   *
   * @param where the part of the frame that the photo covers
   * @param pixelScale pixels of the frame for each unit of the layout
   */
  void show(Image image, Framing where, double pixelScale, double opacity, double wipedTo) {
    photo.setImage(image);
    photo.setOpacity(opacity);
    framing = where;
    scale = pixelScale;
    wipe = wipedTo;
    setVisible(true);
    place();
  }

  /** Shows no photo. */
  void hide() {
    photo.setImage(null);
    framing = null;
    setVisible(false);
  }

  @Override
  protected void layoutChildren() {
    place();
  }

  private void place() {
    if (framing == null) {
      return;
    }
    double left = framing.left() / scale;
    double top = framing.top() / scale;
    double width = framing.width() / scale;
    double height = framing.height() / scale;
    photo.setX(left);
    photo.setY(top);
    photo.setFitWidth(width);
    photo.setFitHeight(height);
    shown.setX(left);
    shown.setY(top);
    shown.setWidth(wipe * width);
    shown.setHeight(height);
    double thickness = handle.prefWidth(-1);
    handle.resizeRelocate(left + wipe * width - thickness / 2, top, thickness, height);
  }
}
