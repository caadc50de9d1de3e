package org.clickgaussian.viewport.picture;

import java.util.Optional;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.viewport.frame.ViewportFrame;

/** Puts frames and what is drawn over them into images. */
final class Pictures {
  private Pictures() {}

  /** A frame as an image, over black. */
  static RgbImage of(ViewportFrame frame) {
    RgbImage image = RgbImage.black(frame.width(), frame.height());
    draw(frame, Optional.empty(), image, 0);
    return image;
  }

  /**
   * Draws a frame, over black, into an image of the same height.
   *
   * @param sheet drawn over it
   * @param left where it begins, in pixels
   */
  static void draw(ViewportFrame frame, Optional<Sheet> sheet, RgbImage image, int left) {
    byte[] rgb = image.rgb();
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int pixel = y * frame.width() + x;
        int below = frame.pixels()[pixel];
        int over = sheet.isPresent() ? sheet.get().pixels()[pixel] : 0;
        int out = 3 * (y * image.width() + left + x);
        for (int channel = 0; channel < 3; channel++) {
          rgb[out + channel] = (byte) blended(over, below, 16 - 8 * channel);
        }
      }
    }
  }

  private static int blended(int over, int below, int shift) {
    int through = 255 - (over >>> 24);
    return Math.min(255, (over >> shift & 0xff) + ((below >> shift & 0xff) * through + 127) / 255);
  }
}
