package org.clickgaussian.viewport;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/**
 * What the pointer does in the viewport: select, lasso, brush, move.
 *
 * <p>The viewport asks the tool first: a press that the tool takes (returns true) makes the whole
 * gesture up to the release the tool's; one that it leaves is the camera's: dragging with the
 * primary button orbits, with the middle or secondary one (or Shift and the primary one) pans. A
 * press and release without a drag between is a click whichever took the press. Everything is
 * called on the window's thread; positions are in pixels of the frame's full size ({@link
 * Viewport#camera()}).
 */
public interface ViewportTool {
  /** The tool is in hand from now on. */
  default void begin(Viewport viewport) {}

  /** Another tool is in hand from now on, or the document closes: forget what was begun. */
  default void end(Viewport viewport) {}

  /** A button went down; whether the tool takes the gesture. */
  default boolean pressed(Viewport viewport, PointerInput input) {
    return false;
  }

  /** The pointer was moved with the button of a gesture that the tool took. */
  default void dragged(Viewport viewport, PointerInput input) {}

  /** The button of a gesture that the tool took went up, after a drag or not. */
  default void released(Viewport viewport, PointerInput input) {}

  /**
   * A button went down and up in one place. A second click in short succession comes with {@link
   * PointerInput#clicks()} = 2; the viewport itself focuses on the point then.
   */
  default void clicked(Viewport viewport, PointerInput input) {}

  /** The pointer was moved without a button held. */
  default void moved(Viewport viewport, PointerInput input) {}

  /** The pointer left the viewport. */
  default void exited(Viewport viewport) {}

  /** A key went down or up while the viewport has the focus; whether the tool took it. */
  default boolean key(Viewport viewport, KeyEvent event) {
    return false;
  }

  /** Draws over the picture; called after each frame and on {@link Viewport#repaint()}. */
  default void paint(Viewport viewport, Overlay overlay) {}

  /** The shape of the pointer. */
  default Cursor cursor(Viewport viewport) {
    return Cursor.DEFAULT;
  }

  /** Whether the picture previews the segment under the pointer. */
  default boolean previewsSegment() {
    return false;
  }
}
