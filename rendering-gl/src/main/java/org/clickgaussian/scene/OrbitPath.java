package org.clickgaussian.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A camera that moves around what the photographers looked at.
 *
 * <p>The target is the point with the least squared distance to all optical axes, the axis of the
 * orbit is the mean upward direction of the photos. Where the photos surround the target, the orbit
 * is a circle around it with their mean distance and height; where they all look the same way, it
 * is a small circle among the places from which they were taken, so that the camera never comes to
 * where nothing was seen.
 */
public final class OrbitPath {

  /** Photos count as looking the same way when the mean of their unit directions is longer. */
  private static final double SAME_WAY = 0.7;

  private OrbitPath() {}

  /**
   * The views of one round.
   *
   * @param views where the photos were taken; at least one; the image is that of the first
   * @param frames the number of views on the path, at least 1
   * @return views with the keys "orbit_0000", "orbit_0001", …
   */
  public static List<View> around(List<View> views, int frames) {
    if (views.isEmpty() || frames < 1) {
      throw new IllegalArgumentException(frames + " frames around " + views.size() + " views");
    }
    double[] up = new double[3];
    double[] forward = new double[3];
    double[] centre = new double[3];
    for (View view : views) {
      double[] rotation = view.camera().viewMatrix().rotation();
      double[] eye = view.camera().centre();
      for (int a = 0; a < 3; a++) {
        up[a] -= rotation[3 + a] / views.size();
        forward[a] += rotation[6 + a] / views.size();
        centre[a] += eye[a] / views.size();
      }
    }
    double sameWay = length(forward);
    double[] target = target(views, centre, forward);
    Circle circle =
        sameWay < SAME_WAY
            ? surrounding(views, target, unit(up))
            : among(views, centre, unit(forward), unit(up));
    Camera camera = views.getFirst().camera();
    List<View> path = new ArrayList<>(frames);
    for (int i = 0; i < frames; i++) {
      double[] eye = circle.at(2 * Math.PI * i / frames);
      RigidTransform viewMatrix = RigidTransform.lookAt(eye, target, up);
      path.add(new View(String.format(Locale.ROOT, "orbit_%04d", i), camera.movedTo(viewMatrix)));
    }
    return path;
  }

  /** A circle: centre + radius (cos φ · a + sin φ · b). */
  private record Circle(double[] centre, double[] a, double[] b, double radius) {
    double[] at(double angle) {
      double x = radius * Math.cos(angle);
      double y = radius * Math.sin(angle);
      return new double[] {
        centre[0] + x * a[0] + y * b[0],
        centre[1] + x * a[1] + y * b[1],
        centre[2] + x * a[2] + y * b[2]
      };
    }
  }

  private static Circle surrounding(List<View> views, double[] target, double[] up) {
    double height = 0;
    double radius = 0;
    for (View view : views) {
      double[] offset = minus(view.camera().centre(), target);
      double rise = dot(offset, up);
      height += rise / views.size();
      radius += length(plus(offset, up, -rise)) / views.size();
    }
    double[] offset = minus(views.getFirst().camera().centre(), target);
    double[] a = unit(plus(offset, up, -dot(offset, up)));
    return new Circle(plus(target, up, height), a, cross(up, a), radius);
  }

  private static Circle among(List<View> views, double[] centre, double[] forward, double[] up) {
    double squares = 0;
    for (View view : views) {
      double[] offset = minus(view.camera().centre(), centre);
      squares += dot(offset, offset) / views.size();
    }
    double[] right = unit(cross(forward, up));
    return new Circle(centre, right, cross(right, forward), Math.sqrt(squares / 2));
  }

  /**
   * The point nearest to all optical axes: Σ (I − d dᵀ)(x − c) = 0. A weak pull to a point ahead of
   * the mean camera decides where parallel axes leave the distance open.
   */
  private static double[] target(List<View> views, double[] centre, double[] forward) {
    double spread = 0;
    for (View view : views) {
      spread = Math.max(spread, length(minus(view.camera().centre(), centre)));
    }
    double pull = 1e-3 * views.size();
    double[] ahead = plus(centre, forward, 3 * spread + 1e-3);
    double[] matrix = {pull, 0, 0, 0, pull, 0, 0, 0, pull};
    double[] right = {pull * ahead[0], pull * ahead[1], pull * ahead[2]};
    for (View view : views) {
      double[] rotation = view.camera().viewMatrix().rotation();
      double[] eye = view.camera().centre();
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          double entry = (row == column ? 1 : 0) - rotation[6 + row] * rotation[6 + column];
          matrix[3 * row + column] += entry;
          right[row] += entry * eye[column];
        }
      }
    }
    return solve(matrix, right);
  }

  /** Cramer's rule for a row-major 3 × 3 matrix. */
  private static double[] solve(double[] m, double[] v) {
    double[] a = {m[0], m[3], m[6]};
    double[] b = {m[1], m[4], m[7]};
    double[] c = {m[2], m[5], m[8]};
    double determinant = dot(a, cross(b, c));
    return new double[] {
      dot(v, cross(b, c)) / determinant,
      dot(a, cross(v, c)) / determinant,
      dot(a, cross(b, v)) / determinant
    };
  }

  private static double[] minus(double[] a, double[] b) {
    return plus(a, b, -1);
  }

  private static double[] plus(double[] a, double[] b, double times) {
    return new double[] {a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double[] unit(double[] a) {
    double length = length(a);
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }
}
