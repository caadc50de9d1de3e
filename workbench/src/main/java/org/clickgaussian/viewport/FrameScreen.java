package org.clickgaussian.viewport;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.navigation.Projection;

/**
 * One picture: the latest frame, the photo over it, a sheet to draw on over both. Shows frames in
 * the screen's own pixels, coarser ones enlarged.
 */
final class FrameScreen extends Region {
  private final ImageView picture = new ImageView();
  private final PhotoLayer photo = new PhotoLayer();
  private final Canvas sheet = new Canvas();
  private PixelBuffer<IntBuffer> buffer;

  FrameScreen(String id) {
    setId(id);
    getStyleClass().add("viewport-screen");
    picture.setSmooth(true);
    picture.setManaged(false);
    picture.setMouseTransparent(true);
    sheet.setManaged(false);
    sheet.setMouseTransparent(true);
    sheet.setId(id + "-overlay");
    getChildren().addAll(picture, photo, sheet);
  }

  /** The photo over the picture. */
  PhotoLayer photo() {
    return photo;
  }

  /** Shows a frame; its pixels are copied. */
  void show(ViewportFrame frame) {
    if (buffer == null
        || buffer.getWidth() != frame.width()
        || buffer.getHeight() != frame.height()) {
      IntBuffer pixels = IntBuffer.allocate(frame.width() * frame.height());
      buffer =
          new PixelBuffer<>(
              frame.width(), frame.height(), pixels, PixelFormat.getIntArgbPreInstance());
      picture.setImage(new WritableImage(buffer));
    }
    buffer.updateBuffer(
        pixels -> {
          pixels.getBuffer().put(0, frame.pixels(), 0, frame.width() * frame.height());
          return null;
        });
  }

  /** Shows nothing. */
  void clear() {
    picture.setImage(null);
    buffer = null;
    photo.hide();
    sheet.getGraphicsContext2D().clearRect(0, 0, sheet.getWidth(), sheet.getHeight());
  }

  /** Draws on the sheet, which is empty before. */
  void paint(Camera camera, double scale, Consumer<Overlay> painter) {
    GraphicsContext graphics = sheet.getGraphicsContext2D();
    graphics.clearRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.save();
    graphics.scale(1 / scale, 1 / scale);
    painter.accept(new Overlay(graphics, new Projection(camera), scale));
    graphics.restore();
  }

  @Override
  protected void layoutChildren() {
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
    sheet.setWidth(getWidth());
    sheet.setHeight(getHeight());
    photo.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
