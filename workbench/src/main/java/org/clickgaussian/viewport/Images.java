package org.clickgaussian.viewport;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.clickgaussian.image.RgbImage;

/** Images for the window. */
final class Images {
  private Images() {}

  /** A copy that the window can show; from any thread. */
  static Image of(RgbImage image) {
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
}
