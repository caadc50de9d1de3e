package org.clickgaussian.viewport;

import org.clickgaussian.viewport.frame.ViewportFrame;

/** What the controller shows things on; called on the window's thread. */
public interface ViewportScreen {
  /** The pictures side by side. */
  enum Side {
    /** The left one, or the only one. */
    FIRST,
    /** The right one, if the viewport is split. */
    SECOND
  }

  /** Something about what is shown has changed. */
  void show(ViewportState state);

  /** A new frame; its pixels may be read only during the call. */
  void show(Side side, ViewportFrame frame);

  /** Whether a {@link ViewportIntent.Pulse} should come with each pulse of the window. */
  void pulses(boolean wanted);
}
