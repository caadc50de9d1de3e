package org.clickgaussian.viewport.tool;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.clickgaussian.document.Combination;

/** Pens for tools: light lines with a dark halo, which can be seen on any picture. */
final class ToolInk {
  static final Color LINE = Color.color(1, 1, 1, 0.95);
  static final Color HALO = Color.color(0, 0, 0, 0.55);
  static final Color FILL = Color.color(0.35, 0.65, 1, 0.18);
  static final Color HOT = Color.web("#ffd54a");
  private static final Color[] AXES = {
    Color.web("#ff5a52"), Color.web("#62d26f"), Color.web("#5aa7ff")
  };

  private ToolInk() {}

  static Color axis(int number) {
    return AXES[number];
  }

  /** What markers and outlines look like that join the selection in some way. */
  static Color of(Combination combination) {
    return switch (combination) {
      case REPLACE -> Color.web("#ffb02e");
      case ADD -> Color.web("#62d26f");
      case REMOVE -> Color.web("#ff5a52");
      case INTERSECT -> Color.web("#5aa7ff");
    };
  }

  /** Strokes something twice: its halo, then its line. */
  static void stroke(GraphicsContext graphics, Color colour, double width, Runnable shape) {
    graphics.setStroke(HALO);
    graphics.setLineWidth(2.4 * width);
    shape.run();
    graphics.setStroke(colour);
    graphics.setLineWidth(width);
    shape.run();
  }

  /** Writes on a dark plate; x, y is the middle of its left side. */
  static void plate(GraphicsContext graphics, String text, double x, double y, double scale) {
    double height = 22 * scale;
    double width = (14 + 7.2 * text.length()) * scale;
    graphics.setFill(Color.color(0.07, 0.09, 0.12, 0.82));
    graphics.fillRoundRect(x, y - height / 2, width, height, 8 * scale, 8 * scale);
    graphics.setFill(Color.WHITE);
    graphics.setFont(Font.font(13 * scale));
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.fillText(text, x + width / 2, y + 4.6 * scale);
  }
}
