package org.clickgaussian.features;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.clickgaussian.document.Combination;

/**
 * What the pointer does over a plot: clicks, a lasso drawn with the primary button (or, where that
 * is not wanted, moving), moving with any other button, zooming with the wheel.
 */
final class PlotPointer {
  /** Nearer than this a press and a release are a click. */
  private static final double STILL = 4;

  private static final double WHEEL_STEP = 1.0 / 320;

  /** Answers the pointer; all places in the plot's own coordinates. */
  interface Plot {
    void clicked(double x, double y, Combination combination);

    void hovered(double x, double y);

    void left();

    /** A lasso being drawn: x, y of each point; empty when it was given up. */
    void drawing(double[] line);

    void lassoed(double[] line, Combination combination);

    void moved(double byX, double byY);

    void zoomed(double x, double y, double factor);

    void fit();
  }

  private final Plot plot;
  private boolean lasso = true;
  private double[] line = new double[64];
  private int length;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private boolean dragged;

  PlotPointer(Node node, Plot plot) {
    this.plot = plot;
    node.setOnMousePressed(this::pressed);
    node.setOnMouseDragged(this::dragged);
    node.setOnMouseReleased(this::released);
    node.setOnMouseMoved(event -> plot.hovered(event.getX(), event.getY()));
    node.setOnMouseExited(event -> plot.left());
    node.setOnScroll(this::scrolled);
  }

  /** Whether the primary button draws a lasso; otherwise it moves. */
  void useLasso(boolean wanted) {
    lasso = wanted;
  }

  static Combination combination(MouseEvent event) {
    if (event.isAltDown()) {
      return Combination.REMOVE;
    }
    if (event.isShortcutDown()) {
      return Combination.INTERSECT;
    }
    return event.isShiftDown() ? Combination.ADD : Combination.REPLACE;
  }

  private void pressed(MouseEvent event) {
    pressX = event.getX();
    pressY = event.getY();
    lastX = pressX;
    lastY = pressY;
    dragged = false;
    length = 0;
    add(event);
    event.consume();
  }

  private void add(MouseEvent event) {
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = event.getX();
    line[length++] = event.getY();
  }

  private void dragged(MouseEvent event) {
    dragged |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > STILL;
    if (dragged && draws(event)) {
      add(event);
      plot.drawing(Arrays.copyOf(line, length));
    } else if (dragged) {
      plot.moved(event.getX() - lastX, event.getY() - lastY);
    }
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private boolean draws(MouseEvent event) {
    return lasso && event.getButton() == MouseButton.PRIMARY;
  }

  private void released(MouseEvent event) {
    if (dragged && draws(event)) {
      plot.drawing(new double[0]);
      plot.lassoed(Arrays.copyOf(line, length), combination(event));
    } else if (!dragged && event.getButton() == MouseButton.PRIMARY) {
      if (event.getClickCount() == 2) {
        plot.fit();
      } else {
        plot.clicked(event.getX(), event.getY(), combination(event));
      }
    }
    event.consume();
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      plot.zoomed(event.getX(), event.getY(), Math.exp(event.getDeltaY() * WHEEL_STEP));
    }
    event.consume();
  }
}
