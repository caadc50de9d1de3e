package org.clickgaussian.viewport;

import org.clickgaussian.document.Combination;

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
}
