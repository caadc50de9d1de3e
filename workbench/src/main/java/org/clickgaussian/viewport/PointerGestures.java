package org.clickgaussian.viewport;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.clickgaussian.viewport.ViewportIntent.Drag;

/**
 * Turns what mouse and keys do over the pictures into calls of the tool in hand, and what the tool
 * leaves into movements of the camera.
 */
final class PointerGestures {
  /** A press and release within this distance, in units of the layout, is a click. */
  private static final double CLICK_RADIUS = 3;

  private final Region area;
  private final Viewport viewport;
  private final Consumer<ViewportIntent> intents;
  private final Function<Point2D, Point2D> toFrame;
  private final Set<KeyCode> held = new TreeSet<>();
  private MouseEvent press;
  private boolean toolTook;
  private boolean dragging;
  private Optional<PointerInput> pointer = Optional.empty();

  /**
   * Listens to the events of an area.
   *
   * @param toFrame turns a point of the area into pixels of the frame below it
   */
  PointerGestures(
      Region area,
      Viewport viewport,
      Consumer<ViewportIntent> intents,
      Function<Point2D, Point2D> toFrame) {
    this.area = area;
    this.viewport = viewport;
    this.intents = intents;
    this.toFrame = toFrame;
    area.setOnMousePressed(this::pressed);
    area.setOnMouseDragged(this::dragged);
    area.setOnMouseReleased(this::released);
    area.setOnMouseMoved(this::moved);
    area.setOnMouseExited(this::exited);
    area.setOnScroll(this::scrolled);
    area.setOnZoom(this::pinched);
    area.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    area.addEventHandler(KeyEvent.KEY_RELEASED, this::key);
    area.focusedProperty().addListener((property, before, focused) -> forgetKeys(focused));
  }

  /** Where the pointer is. */
  Optional<PointerInput> pointer() {
    return pointer;
  }

  private void pressed(MouseEvent event) {
    area.requestFocus();
    if (press != null) {
      return;
    }
    press = event;
    dragging = false;
    toolTook = viewport.tool().pressed(viewport, input(event));
    if (!toolTook) {
      PointerInput at = input(event);
      intents.accept(new ViewportIntent.Grab(drag(event), at.x(), at.y()));
    }
    event.consume();
  }

  private static Drag drag(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || event.isShiftDown()) {
      return Drag.PAN;
    }
    return event.isAltDown() || event.isShortcutDown() ? Drag.LOOK : Drag.ORBIT;
  }

  private void dragged(MouseEvent event) {
    if (press == null) {
      return;
    }
    PointerInput at = input(event);
    pointer = Optional.of(at);
    boolean beyond =
        Math.hypot(event.getX() - press.getX(), event.getY() - press.getY()) > CLICK_RADIUS;
    if (!dragging && beyond) {
      dragging = true;
      if (!toolTook) {
        area.setCursor(drag(press) == Drag.PAN ? Cursor.MOVE : Cursor.CLOSED_HAND);
      }
    }
    if (toolTook) {
      viewport.tool().dragged(viewport, at);
    } else if (dragging) {
      intents.accept(new ViewportIntent.DragTo(at.x(), at.y()));
    }
    event.consume();
  }

  private void released(MouseEvent event) {
    if (press == null || event.getButton() != press.getButton()) {
      return;
    }
    PointerInput at = input(event);
    boolean clicked = !dragging;
    press = null;
    dragging = false;
    if (toolTook) {
      viewport.tool().released(viewport, at);
    } else {
      intents.accept(new ViewportIntent.LetGo());
    }
    if (clicked) {
      viewport.tool().clicked(viewport, at);
      if (at.clicks() == 2 && at.button() == PointerInput.Button.PRIMARY) {
        intents.accept(new ViewportIntent.Focus(at.x(), at.y()));
      }
    }
    showCursor();
    event.consume();
  }

  private void moved(MouseEvent event) {
    PointerInput at = input(event);
    pointer = Optional.of(at);
    viewport.tool().moved(viewport, at);
    intents.accept(new ViewportIntent.Point(pointer, viewport.tool().previewsSegment()));
    showCursor();
  }

  private void exited(MouseEvent event) {
    pointer = Optional.empty();
    viewport.tool().exited(viewport);
    intents.accept(new ViewportIntent.Point(pointer, false));
  }

  /** Shows the pointer in the tool's shape. */
  void showCursor() {
    if (!dragging) {
      area.setCursor(viewport.tool().cursor(viewport));
    }
  }

  private void scrolled(ScrollEvent event) {
    // With Shift held, systems turn the wheel's movement sideways.
    double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    double unit = event.getMultiplierY() != 0 ? event.getMultiplierY() : 40;
    Point2D at = toFrame.apply(new Point2D(event.getX(), event.getY()));
    intents.accept(new ViewportIntent.Zoom(at.getX(), at.getY(), delta / unit));
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    Point2D at = toFrame.apply(new Point2D(event.getX(), event.getY()));
    double notches = Math.log(event.getZoomFactor()) / Math.log(CameraHand.NOTCH);
    intents.accept(new ViewportIntent.Zoom(at.getX(), at.getY(), notches));
    event.consume();
  }

  private void key(KeyEvent event) {
    if (viewport.tool().key(viewport, event)) {
      event.consume();
      return;
    }
    boolean shortcut = event.isControlDown() || event.isAltDown() || event.isMetaDown();
    boolean down = event.getEventType() == KeyEvent.KEY_PRESSED;
    if (event.getCode() == KeyCode.SHIFT && !held.isEmpty()) {
      fly(down);
    } else if (isFlightKey(event.getCode()) && !(down && shortcut)) {
      boolean changed = down ? held.add(event.getCode()) : held.remove(event.getCode());
      if (changed) {
        fly(event.isShiftDown());
      }
      event.consume();
    }
  }

  private static boolean isFlightKey(KeyCode code) {
    return switch (code) {
      case W, A, S, D, Q, E -> true;
      default -> false;
    };
  }

  private void fly(boolean fast) {
    intents.accept(
        new ViewportIntent.Fly(
            axis(KeyCode.D, KeyCode.A),
            axis(KeyCode.E, KeyCode.Q),
            axis(KeyCode.W, KeyCode.S),
            fast));
  }

  private double axis(KeyCode forth, KeyCode back) {
    return (held.contains(forth) ? 1 : 0) - (held.contains(back) ? 1 : 0);
  }

  /** Keys that go up elsewhere are not heard of. */
  private void forgetKeys(boolean focused) {
    if (!focused && !held.isEmpty()) {
      held.clear();
      fly(false);
    }
  }

  private PointerInput input(MouseEvent event) {
    Point2D at = toFrame.apply(new Point2D(event.getX(), event.getY()));
    PointerInput.Button button =
        switch (event.getButton()) {
          case PRIMARY -> PointerInput.Button.PRIMARY;
          case MIDDLE -> PointerInput.Button.MIDDLE;
          case SECONDARY -> PointerInput.Button.SECONDARY;
          default -> PointerInput.Button.NONE;
        };
    return new PointerInput(
        at.getX(),
        at.getY(),
        button,
        event.getClickCount(),
        event.isShiftDown(),
        event.isShortcutDown(),
        event.isAltDown());
  }
}
