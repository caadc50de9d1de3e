package org.clickgaussian.viewport;

import java.util.Optional;
import org.clickgaussian.viewport.frame.ViewportMode;

/** What a person wants of the viewport. Positions are in pixels of the frame's full size. */
public sealed interface ViewportIntent {

  /** Ways to drag the camera. */
  enum Drag {
    /** Around the focus. */
    ORBIT,
    /** In the plane of the image; what is held stays under the pointer. */
    PAN,
    /** Turn on the spot. */
    LOOK
  }

  /** What can be shown besides the picture. */
  enum Layer {
    /** The photo of the view at which the camera stands. */
    PHOTO,
    /** The cameras of the training views. */
    FRUSTA,
    /** The axes of the world and the point that the camera turns about. */
    AXES,
    /** The strip of training views. */
    STRIP,
    /** How long frames take. */
    SPEED,
    /** The explanation of the colours. */
    LEGEND
  }

  /** Another mode; one that needs a view goes to the nearest one. */
  record Show(ViewportMode mode) implements ViewportIntent {}

  /** Two modes side by side, or (empty) one. */
  record Split(Optional<ViewportMode> second) implements ViewportIntent {}

  /** The pictures have this many pixels from now on. */
  record Resize(int width, int height) implements ViewportIntent {}

  /**
   * The pointer is somewhere, or (empty) elsewhere.
   *
   * @param preview whether the segment under it should be previewed
   */
  record Point(Optional<PointerInput> at, boolean preview) implements ViewportIntent {}

  /** A drag of the camera begins. */
  record Grab(Drag drag, double x, double y) implements ViewportIntent {}

  /** The drag goes on. */
  record DragTo(double x, double y) implements ViewportIntent {}

  /** The drag ends. */
  record LetGo() implements ViewportIntent {}

  /** Nearer (above 0) to what is at a point of the picture, by notches of the wheel. */
  record Zoom(double x, double y, double notches) implements ViewportIntent {}

  /**
   * Flies from now on, each direction from −1 to 1; all 0 stops.
   *
   * @param fast several times faster
   */
  record Fly(double right, double up, double forward, boolean fast) implements ViewportIntent {}

  /** Flies so that what is at a point of the picture comes to the middle. */
  record Focus(double x, double y) implements ViewportIntent {}

  /** Flies to a training view. */
  record GoTo(String view) implements ViewportIntent {}

  /** Flies to a training view so many places after the present (or nearest) one. */
  record Step(int views) implements ViewportIntent {}

  /** Flies to where the camera stood when the scene was opened. */
  record Home() implements ViewportIntent {}

  /** Shows something if it is hidden, hides it if it is shown. */
  record Toggle(Layer layer) implements ViewportIntent {}

  /** How much of the photo is seen: 0 nothing, 1 only the photo. */
  record PhotoOpacity(double opacity) implements ViewportIntent {}

  /** The photo is seen left of this share of its width: 1 all of it. */
  record Wipe(double share) implements ViewportIntent {}

  /** Makes the picture again. */
  record Render() implements ViewportIntent {}

  /** The window is about to draw; so much time has passed since the last one. */
  record Pulse(double seconds) implements ViewportIntent {}
}
