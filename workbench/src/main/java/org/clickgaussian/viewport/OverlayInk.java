package org.clickgaussian.viewport;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Pens for drawing over pictures: a dark halo under a light line can be seen on any picture and in
 * either theme.
 */
final class OverlayInk {
  static final Color HALO = Color.color(0, 0, 0, 0.45);
  static final Color CAMERA = Color.color(1, 1, 1, 0.75);
  static final Color CURRENT_CAMERA = Color.web("#ffb02e");
  static final Color X_AXIS = Color.web("#ff5a52");
  static final Color Y_AXIS = Color.web("#62d26f");
  static final Color Z_AXIS = Color.web("#5aa7ff");
  static final Color FOCUS = Color.color(1, 1, 1, 0.9);

  private OverlayInk() {}

  /** Draws a line with its halo; widths in pixels of the frame. */
  static void line(
      GraphicsContext graphics,
      Color colour,
      double width,
      double x1,
      double y1,
      double x2,
      double y2) {
    graphics.setStroke(HALO);
    graphics.setLineWidth(2 * width);
    graphics.strokeLine(x1, y1, x2, y2);
    graphics.setStroke(colour);
    graphics.setLineWidth(width);
    graphics.strokeLine(x1, y1, x2, y2);
  }
}
