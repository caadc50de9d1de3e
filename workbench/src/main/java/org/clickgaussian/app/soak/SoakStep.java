package org.clickgaussian.app.soak;

import java.util.Locale;

/** One thing that a person might do. Places are shares of the viewport's width and height. */
public sealed interface SoakStep {

  /** Keys held meanwhile. */
  enum Held {
    NONE,
    SHIFT,
    ALT,
    CONTROL
  }

  /** Which button of the mouse. */
  enum Button {
    PRIMARY,
    SECONDARY
  }

  /** The pointer moves to a place. */
  record Hover(double x, double y) implements SoakStep {
    @Override
    public String toString() {
      return "hover " + at(x, y);
    }
  }

  /** The primary button goes down and up, once or twice. */
  record Click(double x, double y, int clicks, Held held) implements SoakStep {
    @Override
    public String toString() {
      return (clicks == 2 ? "double click " : "click ") + at(x, y) + with(held);
    }
  }

  /** A button is held along a line. */
  record Drag(double fromX, double fromY, double toX, double toY, Button button, Held held)
      implements SoakStep {
    @Override
    public String toString() {
      return "drag " + at(fromX, fromY) + " to " + at(toX, toY) + " " + button + with(held);
    }
  }

  /** The wheel turns; above 0 is nearer. */
  record Wheel(double x, double y, int notches) implements SoakStep {
    @Override
    public String toString() {
      return "wheel " + notches + " " + at(x, y);
    }
  }

  /** An action of the menus, if it is available. */
  record Act(String action) implements SoakStep {
    @Override
    public String toString() {
      return action;
    }
  }

  private static String at(double x, double y) {
    return String.format(Locale.ROOT, "at %.4f,%.4f", x, y);
  }

  private static String with(Held held) {
    return held == Held.NONE ? "" : " with " + held;
  }
}
