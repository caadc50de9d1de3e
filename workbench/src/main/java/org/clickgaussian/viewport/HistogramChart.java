package org.clickgaussian.viewport;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.clickgaussian.viewport.frame.Histogram;

/** The bars of a histogram, those in the range in another colour. */
final class HistogramChart extends Region {
  private static final double HEIGHT = 150;

  private final Canvas canvas = new Canvas();

  /** Carry the stylesheet's colours for the canvas, which knows no styles itself. */
  private final Region inside = swatch("histogram-inside");

  private final Region outside = swatch("histogram-outside");
  private HistogramState state;

  HistogramChart() {
    setId("histogram-chart");
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT / 2);
    canvas.setManaged(false);
    getChildren().addAll(canvas, inside, outside);
    inside.backgroundProperty().addListener(property -> draw());
    outside.backgroundProperty().addListener(property -> draw());
  }

  private static Region swatch(String style) {
    Region swatch = new Region();
    swatch.getStyleClass().add(style);
    swatch.setManaged(false);
    return swatch;
  }

  void show(HistogramState next) {
    state = next;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (state == null || state.histogram().isEmpty()) {
      return;
    }
    Histogram histogram = state.histogram().get();
    int bins = histogram.counts().length;
    double largest = height(histogram.largest());
    double width = canvas.getWidth() / bins;
    double gap = width > 3 ? 1 : 0;
    for (int bin = 0; bin < bins; bin++) {
      double middle = (bin + 0.5) / bins;
      boolean within = middle >= state.from() && middle <= state.to();
      double tall = canvas.getHeight() * height(histogram.counts()[bin]) / Math.max(1e-9, largest);
      graphics.setFill(colour(within ? inside : outside));
      graphics.fillRect(bin * width, canvas.getHeight() - tall, width - gap, tall);
    }
  }

  private double height(int count) {
    return state.logarithmic() ? Math.log1p(count) : count;
  }

  private static Paint colour(Region swatch) {
    Background background = swatch.getBackground();
    return background == null || background.getFills().isEmpty()
        ? Color.GRAY
        : background.getFills().getFirst().getFill();
  }
}
