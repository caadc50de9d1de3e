package org.clickgaussian.viewport;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.viewport.picture.Sheet;

/** Images for the window. */
public final class Images {
  private Images() {}

  /** A copy that the window can show; from any thread. */
  public static Image of(RgbImage image) {
    WritableImage copy = new WritableImage(image.width(), image.height());
    copy.getPixelWriter()
        .setPixels(
            0,
            0,
            image.width(),
            image.height(),
            PixelFormat.getByteRgbInstance(),
            image.rgb(),
            0,
            3 * image.width());
    return copy;
  }

  /** What is drawn on a canvas, pixel by pixel; on the window's thread. */
  static Sheet sheet(Canvas canvas) {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    WritableImage drawn = canvas.snapshot(clear, null);
    int width = (int) drawn.getWidth();
    int height = (int) drawn.getHeight();
    int[] pixels = new int[width * height];
    drawn
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    return new Sheet(width, height, pixels);
  }
}
