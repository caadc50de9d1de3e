package org.clickgaussian.viewport.navigation;

import java.util.Optional;
import org.clickgaussian.scene.Camera;

/**
 * Where points of the world fall in a camera's picture, and back.
 *
 * @param camera the camera, in pixels of the picture
 */
public record Projection(Camera camera) {
  /** Nothing nearer than this is drawn: as near as the splats are, in world units. */
  public static final double NEAR = 0.01;

  /**
   * A point of the picture.
   *
   * @param x pixels from the left border
   * @param y pixels from the upper border
   * @param depth in camera coordinates (z)
   */
  public record Point(double x, double y, double depth) {}

  /**
   * A line in the picture.
   *
   * @param from one end
   * @param to the other end
   */
  public record Line(Point from, Point to) {}

  /** Where a point of the world falls; empty if it is behind the camera or nearer than NEAR. */
  public Optional<Point> point(Vector3 world) {
    Vector3 seen = seen(world);
    return seen.z() < NEAR ? Optional.empty() : Optional.of(onPicture(seen));
  }

  /** The part of a straight line between two points of the world that is before the camera. */
  public Optional<Line> line(Vector3 from, Vector3 to) {
    Vector3 a = seen(from);
    Vector3 b = seen(to);
    if (a.z() < NEAR && b.z() < NEAR) {
      return Optional.empty();
    }
    return Optional.of(new Line(onPicture(clipped(a, b)), onPicture(clipped(b, a))));
  }

  /** The point of the world that is seen at a point of the picture at some depth (z). */
  public Vector3 world(double x, double y, double depth) {
    Pose pose = Pose.of(camera.viewMatrix());
    return pose.position().plus(ray(x, y).times(depth));
  }

  /**
   * The direction in the world in which a point of the picture is seen; of such a length that its
   * depth (z) is 1.
   */
  public Vector3 ray(double x, double y) {
    Vector3 direction =
        new Vector3((x - camera.cx()) / camera.fx(), (y - camera.cy()) / camera.fy(), 1);
    return Pose.of(camera.viewMatrix()).orientation().turn(direction);
  }

  private Vector3 seen(Vector3 world) {
    return Vector3.of(camera.viewMatrix().apply(world.x(), world.y(), world.z()));
  }

  private Point onPicture(Vector3 seen) {
    return new Point(
        camera.fx() * seen.x() / seen.z() + camera.cx(),
        camera.fy() * seen.y() / seen.z() + camera.cy(),
        seen.z());
  }

  private static Vector3 clipped(Vector3 end, Vector3 other) {
    return end.z() >= NEAR ? end : end.towards(other, (NEAR - end.z()) / (other.z() - end.z()));
  }
}
