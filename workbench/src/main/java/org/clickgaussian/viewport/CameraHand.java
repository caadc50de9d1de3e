package org.clickgaussian.viewport;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.viewport.ViewportIntent.Drag;
import org.clickgaussian.viewport.ViewportIntent.Fly;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Flight;

/**
 * Moves the camera by what a person does: drags exactly (from where they began, so that roundings
 * do not add up), keys as long as they are held, flights until they end or something else is done.
 */
final class CameraHand {
  /** A drag over the smaller side of the picture turns by this. */
  private static final double TURN = Math.PI;

  /** Depth is divided by this for each notch of the wheel. */
  static final double NOTCH = 1.2;

  /** A second of flying crosses this share of the scene. */
  private static final double SPEED = 0.2;

  private static final double FAST = 4;

  /** No pulse moves the camera further than this many seconds do, should one be late. */
  private static final double LONGEST_PULSE = 0.1;

  /** A drag of the camera. */
  private record Held(Drag drag, CameraRig begin, Camera camera, double x, double y, double depth) {
    CameraRig at(double toX, double toY) {
      double perPixel = TURN / Math.min(camera.width(), camera.height());
      double right = (toX - x) * perPixel;
      double down = (toY - y) * perPixel;
      return switch (drag) {
        case ORBIT -> begin.orbit(-right, down);
        case PAN -> begin.pan(camera, x, y, toX, toY, depth);
        case LOOK -> begin.look(lookAngle(toX - x, camera.fx()), -lookAngle(toY - y, camera.fy()));
      };
    }

    private static double lookAngle(double pixels, double focalLength) {
      return Math.atan(pixels / focalLength);
    }
  }

  /** A flight, and the view where it ends. */
  private record Underway(Flight flight, Optional<String> view, double seconds) {}

  private Held held;
  private Underway underway;
  private Fly flying = new Fly(0, 0, 0, false);

  /** What a step of a flight yields. */
  record Step(CameraRig rig, Optional<String> arrivedAt) {}

  void grab(Drag drag, CameraRig rig, Camera camera, double x, double y, double depth) {
    stop();
    held = new Held(drag, rig, camera, x, y, depth);
  }

  boolean holds() {
    return held != null;
  }

  Optional<CameraRig> dragTo(double x, double y) {
    return Optional.ofNullable(held).map(drag -> drag.at(x, y));
  }

  void letGo() {
    held = null;
  }

  CameraRig zoom(CameraRig rig, Camera camera, double x, double y, double depth, double notches) {
    stop();
    return rig.zoom(camera, x, y, depth, Math.pow(NOTCH, -notches));
  }

  void fly(Fly directions) {
    flying = directions;
    if (flies()) {
      underway = null;
    }
  }

  boolean flies() {
    return flying.right() != 0 || flying.up() != 0 || flying.forward() != 0;
  }

  /** Begins a flight; {@code view} is the one where it ends, if it is one. */
  void goTo(CameraRig from, CameraRig to, Optional<String> view) {
    stop();
    underway = new Underway(new Flight(from, to), view, 0);
  }

  /** Whether the camera moves by itself, so that pulses are needed. */
  boolean moves() {
    return underway != null || flies();
  }

  /** The view to which a flight is underway. */
  Optional<View> destination(List<View> views) {
    return Optional.ofNullable(underway)
        .flatMap(Underway::view)
        .flatMap(key -> views.stream().filter(view -> view.key().equals(key)).findFirst());
  }

  /** Ends whatever is underway. */
  void stop() {
    underway = null;
    held = null;
  }

  /** Where the camera is after some time, if it moves by itself. */
  Optional<Step> pulse(CameraRig rig, Camera camera, double size, double seconds) {
    if (underway != null) {
      double time = underway.seconds() + seconds;
      double share = time / Flight.SECONDS;
      CameraRig there = underway.flight().at(share, camera.width(), camera.height());
      Optional<String> arrived = share >= 1 ? underway.view() : Optional.empty();
      underway = share >= 1 ? null : new Underway(underway.flight(), underway.view(), time);
      return Optional.of(new Step(there, arrived));
    }
    if (!flies()) {
      return Optional.empty();
    }
    double way = SPEED * size * Math.min(seconds, LONGEST_PULSE) * (flying.fast() ? FAST : 1);
    CameraRig there = rig.fly(flying.right() * way, flying.up() * way, flying.forward() * way);
    return Optional.of(new Step(there, Optional.empty()));
  }
}
