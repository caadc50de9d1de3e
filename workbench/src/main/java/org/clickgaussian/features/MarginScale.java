package org.clickgaussian.features;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.clickgaussian.features.plot.HeatMapPainter;
import org.clickgaussian.text.Texts;

/** The colours of cosines from −1 to 1, with a line where the margin is. */
final class MarginScale extends Region {
  private static final Texts TEXTS = Texts.of("features");
  private static final double TALL = 10;
  private static final double ABOVE = 15;
  private static final double HEIGHT = 44;
  private static final double LETTERS = 11;

  private final Canvas canvas = new Canvas();
  private final Swatch mark = new Swatch("features-mark", this::draw);
  private final Swatch ink = new Swatch("features-ink", this::draw);
  private double margin = Double.NaN;

  MarginScale() {
    setId("features-scale");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    canvas.setManaged(false);
    getChildren().addAll(canvas, mark, ink);
  }

  /** Shows a margin; NaN for none. */
  void show(double cosine) {
    margin = cosine;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private double x(double cosine) {
    return (cosine + 1) / 2 * (canvas.getWidth() - 1);
  }

  private void draw() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    double width = canvas.getWidth();
    graphics.clearRect(0, 0, width, canvas.getHeight());
    for (int x = 0; x < width; x++) {
      int rgb = HeatMapPainter.colour(2 * x / Math.max(1, width - 1) - 1);
      graphics.setFill(Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
      graphics.fillRect(x, ABOVE, 1, TALL);
    }
    graphics.setFont(Font.font(LETTERS));
    graphics.setFill(ink.colour());
    for (double cosine : new double[] {-1, 0, 1}) {
      graphics.setTextAlign(
          cosine < 0
              ? TextAlignment.LEFT
              : cosine > 0 ? TextAlignment.RIGHT : TextAlignment.CENTER);
      graphics.fillText("%.0f".formatted(cosine), x(cosine), ABOVE + TALL + LETTERS + 2);
    }
    if (!Double.isNaN(margin)) {
      graphics.setStroke(mark.colour());
      graphics.setLineWidth(2);
      graphics.strokeLine(x(margin), ABOVE - 3, x(margin), ABOVE + TALL + 3);
      graphics.setTextAlign(margin > 0 ? TextAlignment.RIGHT : TextAlignment.LEFT);
      graphics.fillText(
          TEXTS.get("similarity.margin", "%.2f".formatted(margin)),
          x(margin) + (margin > 0 ? 12 : -12),
          ABOVE - 4);
    }
  }
}
