package org.clickgaussian.app.soak;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.clickgaussian.app.soak.SoakStep.Button;
import org.clickgaussian.app.soak.SoakStep.Held;

/** Sends the events of a pointer to a region, as the system would. */
final class PointerEvents {
  private static final int DRAG_POINTS = 8;

  /** What one notch of a wheel is worth in JavaFX. */
  private static final double NOTCH = 40;

  private final Region area;

  PointerEvents(Region area) {
    this.area = area;
  }

  void hover(double x, double y) {
    fire(MouseEvent.MOUSE_MOVED, x, y, null, 0, Held.NONE);
  }

  void click(double x, double y, int clicks, Held held) {
    hover(x, y);
    for (int click = 1; click <= clicks; click++) {
      fire(MouseEvent.MOUSE_PRESSED, x, y, Button.PRIMARY, click, held);
      fire(MouseEvent.MOUSE_RELEASED, x, y, Button.PRIMARY, click, held);
      fire(MouseEvent.MOUSE_CLICKED, x, y, Button.PRIMARY, click, held);
    }
  }

  void drag(SoakStep.Drag line) {
    fire(MouseEvent.MOUSE_PRESSED, line.fromX(), line.fromY(), line.button(), 1, line.held());
    for (int point = 1; point <= DRAG_POINTS; point++) {
      double along = point / (double) DRAG_POINTS;
      double x = line.fromX() + along * (line.toX() - line.fromX());
      double y = line.fromY() + along * (line.toY() - line.fromY());
      fire(MouseEvent.MOUSE_DRAGGED, x, y, line.button(), 1, line.held());
    }
    fire(MouseEvent.MOUSE_RELEASED, line.toX(), line.toY(), line.button(), 1, line.held());
  }

  /** The secondary button, which moves the camera whatever the tool, goes down. */
  void press(double x, double y) {
    fire(MouseEvent.MOUSE_PRESSED, x, y, Button.SECONDARY, 1, Held.NONE);
  }

  void dragTo(double x, double y) {
    fire(MouseEvent.MOUSE_DRAGGED, x, y, Button.SECONDARY, 1, Held.NONE);
  }

  void release(double x, double y) {
    fire(MouseEvent.MOUSE_RELEASED, x, y, Button.SECONDARY, 1, Held.NONE);
  }

  void wheel(double shareX, double shareY, int notches) {
    double x = shareX * area.getWidth();
    double y = shareY * area.getHeight();
    Point2D screen = area.localToScreen(x, y);
    area.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            x,
            y,
            screen.getX(),
            screen.getY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            notches * NOTCH,
            0,
            notches * NOTCH,
            0,
            NOTCH,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(area, x, y)));
  }

  private void fire(
      EventType<MouseEvent> type,
      double shareX,
      double shareY,
      Button button,
      int clicks,
      Held held) {
    double x = shareX * area.getWidth();
    double y = shareY * area.getHeight();
    Point2D screen = area.localToScreen(x, y);
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    area.fireEvent(
        new MouseEvent(
            type,
            x,
            y,
            screen.getX(),
            screen.getY(),
            button == null
                ? MouseButton.NONE
                : button == Button.PRIMARY ? MouseButton.PRIMARY : MouseButton.SECONDARY,
            clicks,
            held == Held.SHIFT,
            held == Held.CONTROL,
            held == Held.ALT,
            false,
            down && button == Button.PRIMARY,
            false,
            down && button == Button.SECONDARY,
            false,
            false,
            type != MouseEvent.MOUSE_DRAGGED,
            new PickResult(area, x, y)));
  }
}
