package org.clickgaussian.features;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image that is painted pixel by pixel, in the size of the window's own pixels. */
final class PixelSheet {
  private final ImageView view = new ImageView();
  private int[] pixels = new int[0];
  private PixelBuffer<IntBuffer> buffer;
  private int width;
  private int height;

  ImageView node() {
    return view;
  }

  /** Takes another size; what was painted is gone. At least one pixel. */
  void resize(int newWidth, int newHeight) {
    if (buffer != null && newWidth == width && newHeight == height) {
      return;
    }
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    view.setImage(new WritableImage(buffer));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Row-major 0xAARRGGBB with colours multiplied by their alpha, to be painted. */
  int[] pixels() {
    return pixels;
  }

  /** Shows what was painted. */
  void show() {
    buffer.updateBuffer(whole -> null);
  }
}
