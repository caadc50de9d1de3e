package org.clickgaussian.viewport.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.viewport.navigation.Vector3;

/**
 * Arrows, rings and a frame around a point of the world, by which a selection is moved, turned and
 * scaled. Of the same size on the screen from wherever it is seen. Geometry alone; immutable.
 *
 * @param projection where points of the world fall
 * @param pivot the point in the middle
 * @param scale pixels of the frame for each unit of the window's layout
 */
record Gizmo(Projection projection, Vector3 pivot, double scale) {
  /** Lengths in units of the layout. */
  static final double ARROW = 86;

  static final double RING = 66;
  static final double FRAME = 108;
  static final double MIDDLE = 9;

  private static final double REACH = 7;
  private static final int RING_POINTS = 64;

  /** An arrow that is seen from its end this nearly cannot be dragged. */
  private static final double SHORTEST = 0.12;

  /**
   * What a drag does.
   *
   * @param similarity to the selection
   * @param amount world units, radians or a factor
   */
  record Dragged(Similarity similarity, double amount) {}

  static Vector3 axis(int number) {
    return new Vector3(number == 0 ? 1 : 0, number == 1 ? 1 : 0, number == 2 ? 1 : 0);
  }

  /** Where the middle falls; empty if it is behind the camera. */
  Optional<Projection.Point> middle() {
    return projection.point(pivot);
  }

  /** Length in the world of a length in units of the layout, at the depth of the middle. */
  private double world(double length) {
    double depth = middle().map(Projection.Point::depth).orElse(1.0);
    return length * scale * depth / projection.camera().fx();
  }

  /** Where the tip of an axis' arrow falls. */
  Optional<Projection.Point> tip(int axis) {
    return projection.point(pivot.plus(axis(axis).times(world(ARROW))));
  }

  /** Points of the ring about an axis, in order; the last joins the first. */
  List<Projection.Point> ring(int axis) {
    List<Projection.Point> points = new ArrayList<>();
    for (int k = 0; k < RING_POINTS; k++) {
      projection.point(ringPoint(axis, k)).ifPresent(points::add);
    }
    return points;
  }

  private Vector3 ringPoint(int axis, int k) {
    double angle = 2 * Math.PI * k / RING_POINTS;
    Vector3 across = axis((axis + 1) % 3).times(Math.cos(angle));
    Vector3 up = axis((axis + 2) % 3).times(Math.sin(angle));
    return pivot.plus(across.plus(up).times(world(RING)));
  }

  /** What lies under a point of the picture. */
  Optional<Handle> hit(double x, double y) {
    Optional<Projection.Point> middle = middle();
    if (middle.isEmpty()) {
      return Optional.empty();
    }
    double distance = Math.hypot(x - middle.get().x(), y - middle.get().y());
    if (distance <= (MIDDLE + 2) * scale) {
      return Optional.of(Handle.MOVE_FREELY);
    }
    Handle nearest = null;
    double least = REACH * scale;
    for (int axis = 0; axis < 3; axis++) {
      double toArrow = toArrow(axis, x, y, middle.get());
      if (toArrow < least) {
        least = toArrow;
        nearest = Handle.values()[Handle.MOVE_X.ordinal() + axis];
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      double toRing = toRing(axis, x, y);
      if (toRing < least) {
        least = toRing;
        nearest = Handle.values()[Handle.TURN_X.ordinal() + axis];
      }
    }
    if (nearest == null && Math.abs(distance - FRAME * scale) <= REACH * scale) {
      nearest = Handle.SCALE;
    }
    return Optional.ofNullable(nearest);
  }

  private double toArrow(int axis, double x, double y, Projection.Point middle) {
    Optional<Projection.Point> tip = tip(axis);
    if (tip.isEmpty() || arrowLength(axis) < SHORTEST * ARROW * scale) {
      return Double.POSITIVE_INFINITY;
    }
    return toSegment(x, y, middle, tip.get());
  }

  private double arrowLength(int axis) {
    Projection.Point middle = middle().orElseThrow();
    return tip(axis).map(tip -> Math.hypot(tip.x() - middle.x(), tip.y() - middle.y())).orElse(0.0);
  }

  private double toRing(int axis, double x, double y) {
    List<Projection.Point> points = ring(axis);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < points.size(); k++) {
      least = Math.min(least, toSegment(x, y, points.get(k), points.get((k + 1) % points.size())));
    }
    return least;
  }

  private static double toSegment(double x, double y, Projection.Point a, Projection.Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((x - a.x()) * dx + (y - a.y()) * dy) / square;
    double share = Math.clamp(along, 0.0, 1.0);
    return Math.hypot(x - a.x() - share * dx, y - a.y() - share * dy);
  }

  /**
   * What dragging a handle from one point of the picture to another does. The gizmo must be that at
   * the beginning of the drag.
   */
  Dragged drag(Handle handle, double x0, double y0, double x1, double y1) {
    if (handle.turns()) {
      double angle = angle(handle.axis(), x0, y0, x1, y1);
      return new Dragged(Similarity.turn(axis(handle.axis()).array(), angle, pivot.array()), angle);
    }
    if (handle == Handle.SCALE) {
      double factor = factor(x0, y0, x1, y1);
      return new Dragged(Similarity.scaling(factor, pivot.array()), factor);
    }
    Vector3 shift =
        handle == Handle.MOVE_FREELY
            ? across(x0, y0, x1, y1)
            : axis(handle.axis()).times(along(handle.axis(), x0, y0, x1, y1));
    double amount = handle == Handle.MOVE_FREELY ? shift.length() : shift.dot(axis(handle.axis()));
    return new Dragged(Similarity.shift(shift.x(), shift.y(), shift.z()), amount);
  }

  /** The shift in the plane through the middle that faces the camera. */
  private Vector3 across(double x0, double y0, double x1, double y1) {
    double depth = middle().map(Projection.Point::depth).orElse(1.0);
    return projection.world(x1, y1, depth).minus(projection.world(x0, y0, depth));
  }

  private double along(int axis, double x0, double y0, double x1, double y1) {
    return nearestOnAxis(axis, x1, y1) - nearestOnAxis(axis, x0, y0);
  }

  /** Where on the axis through the middle the ray of a point of the picture comes nearest. */
  private double nearestOnAxis(int number, double x, double y) {
    Vector3 axis = axis(number);
    Vector3 ray = projection.ray(x, y).unit();
    Vector3 eye = projection.world(x, y, 0);
    Vector3 between = pivot.minus(eye);
    double cosine = axis.dot(ray);
    double square = Math.max(1 - cosine * cosine, SHORTEST * SHORTEST);
    return (cosine * between.dot(ray) - between.dot(axis)) / square;
  }

  /** How far along the ring, where it was taken hold of, the pointer went. */
  private double angle(int axis, double x0, double y0, double x1, double y1) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < RING_POINTS; k++) {
      Optional<Projection.Point> point = projection.point(ringPoint(axis, k));
      double distance =
          point.map(at -> Math.hypot(at.x() - x0, at.y() - y0)).orElse(Double.POSITIVE_INFINITY);
      if (distance < least) {
        least = distance;
        nearest = k;
      }
    }
    Optional<Projection.Point> before = projection.point(ringPoint(axis, nearest - 1));
    Optional<Projection.Point> after = projection.point(ringPoint(axis, nearest + 1));
    if (before.isEmpty() || after.isEmpty()) {
      return 0;
    }
    double dx = after.get().x() - before.get().x();
    double dy = after.get().y() - before.get().y();
    double length = Math.hypot(dx, dy);
    // A ring seen from its edge moves hardly at its ends; then the radius tells how far.
    double perRadian = Math.max(length * RING_POINTS / (4 * Math.PI), RING * scale / 2);
    return length == 0 ? 0 : ((x1 - x0) * dx + (y1 - y0) * dy) / length / perRadian;
  }

  private double factor(double x0, double y0, double x1, double y1) {
    Projection.Point middle = middle().orElseThrow();
    double before = Math.hypot(x0 - middle.x(), y0 - middle.y());
    double after = Math.hypot(x1 - middle.x(), y1 - middle.y());
    return Math.max(after / Math.max(before, 1), 0.01);
  }
}
