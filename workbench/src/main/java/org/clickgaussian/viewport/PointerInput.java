package org.clickgaussian.viewport;

import java.util.OptionalInt;
import org.clickgaussian.document.Combination;
import org.clickgaussian.scene.Camera;

/**
 * What the pointer does over the picture.
 *
 * @param x pixels of the frame's full size from its left border; outside of the frame while a drag
 *     leaves it
 * @param y pixels of the frame's full size from its upper border
 * @param button pressed, released or clicked; NONE while only moving
 * @param clicks how often the button was pressed in short succession
 * @param shift whether Shift is held
 * @param control whether Ctrl (on a Mac: Command) is held
 * @param alt whether Alt is held
 */
public record PointerInput(
    double x, double y, Button button, int clicks, boolean shift, boolean control, boolean alt) {

  /** Buttons of the mouse. */
  public enum Button {
    NONE,
    PRIMARY,
    MIDDLE,
    SECONDARY
  }

  /** How what is pointed at joins the selection: Shift adds, Alt removes, Ctrl intersects. */
  public Combination combination() {
    if (alt) {
      return Combination.REMOVE;
    }
    if (control) {
      return Combination.INTERSECT;
    }
    return shift ? Combination.ADD : Combination.REPLACE;
  }

  /** Column of the pixel; may lie outside of the frame. */
  public int column() {
    return (int) Math.floor(x);
  }

  /** Row of the pixel; may lie outside of the frame. */
  public int row() {
    return (int) Math.floor(y);
  }

  /**
   * The place as a pixel of a picture; empty where it lies outside.
   *
   * @param camera of the picture
   * @param factor how much larger it is than the frame
   */
  OptionalInt pixel(Camera camera, int factor) {
    int column = column() * factor;
    int row = row() * factor;
    boolean inside = column >= 0 && row >= 0 && column < camera.width() && row < camera.height();
    return inside ? OptionalInt.of(row * camera.width() + column) : OptionalInt.empty();
  }
}
