package org.clickgaussian.features;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws a lasso. */
final class LassoInk {
  private static final double FILL = 0.15;

  private LassoInk() {}

  /** Draws a closed line: x, y of each point. */
  static void draw(GraphicsContext graphics, double[] line, Color colour) {
    int points = line.length / 2;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = line[2 * i];
      y[i] = line[2 * i + 1];
    }
    if (points > 1) {
      graphics.setFill(colour.deriveColor(0, 1, 1, FILL));
      graphics.fillPolygon(x, y, points);
      graphics.setStroke(colour);
      graphics.setLineWidth(1.5);
      graphics.strokePolygon(x, y, points);
    }
  }
}
