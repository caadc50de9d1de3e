package org.clickgaussian.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A smooth path of cameras through the places from which a scene was photographed.
 *
 * <p>The photos tell a centre c (the point nearest to all optical axes), an up direction, and
 * around c a mean distance and height. Cameras all around c give a full circle; cameras on one side
 * of it swing to and fro over the angles that they cover, with a gentle rise and fall. Cameras that
 * look outward, as inside a room, turn around their own middle.
 */
public final class CameraPath {
  /** A gap this wide between neighbouring cameras (150°) means that they do not go all around. */
  private static final double WIDE_GAP = Math.toRadians(150);

  /** The share of the covered angles and heights that a swing uses; its ends are seldom good. */
  private static final double SWING = 0.8;

  private static final double PARALLEL = 1e-4;

  private static final double MEAN_UP_WEIGHT = 1e-3;

  private final Camera model;
  private final double[] centre;
  private final double[] up;
  private final double[] ahead;
  private final double[] side;
  private final boolean outward;
  private double distance;
  private double height;
  private double rise;
  private double middleAngle;
  private double halfAngle;

  private CameraPath(List<View> views) {
    List<Camera> cameras = views.stream().map(View::camera).toList();
    model = cameras.getFirst();
    double[] downs = new double[3];
    double[] forwards = new double[3];
    double[] middle = new double[3];
    for (Camera camera : cameras) {
      double[] r = camera.viewMatrix().rotation();
      add(downs, 1, new double[] {r[3], r[4], r[5]});
      add(forwards, 1, forward(camera));
      add(middle, 1.0 / cameras.size(), camera.centre());
    }
    double[] meanUp = {-downs[0], -downs[1], -downs[2]};
    up = upright(cameras, length(meanUp) > PARALLEL ? unit(meanUp) : new double[] {0, -1, 0});
    double[] axes = nearestToAxes(cameras, middle, forwards);
    outward = looksAway(cameras, axes);
    centre = outward ? middle : axes;
    double[] offset = minus(middle, centre);
    add(offset, -dot(offset, up), up);
    double[] start = length(offset) > PARALLEL * extent(cameras) ? offset : anyAcross(up);
    ahead = unit(start);
    side = cross(up, ahead);
    measure(cameras);
  }

  /**
   * A closed path around the scene.
   *
   * @param views the views to take the path from, at least one
   * @param frames the number of cameras, at least 1; after the last one the path begins again
   * @return cameras with the image size and focal lengths of the first view
   */
  public static List<Camera> orbit(List<View> views, int frames) {
    if (views.isEmpty() || frames < 1) {
      throw new IllegalArgumentException(views.size() + " views, " + frames + " frames");
    }
    CameraPath path = new CameraPath(views);
    List<Camera> cameras = new ArrayList<>(frames);
    for (int i = 0; i < frames; i++) {
      cameras.add(path.at(2 * Math.PI * i / frames));
    }
    return cameras;
  }

  /** The same path as views with the keys orbit_0000, orbit_0001, … */
  public static List<View> orbitViews(List<View> views, int frames) {
    List<Camera> cameras = orbit(views, frames);
    List<View> named = new ArrayList<>(frames);
    for (int i = 0; i < frames; i++) {
      named.add(new View("orbit_%04d".formatted(i), cameras.get(i)));
    }
    return named;
  }

  /**
   * Which way is up: the direction most nearly at right angles to all horizontal image axes, near
   * the mean upward image axis.
   *
   * @param views at least one
   * @return of length 1: double[3]
   */
  public static double[] up(List<View> views) {
    return new CameraPath(views).up;
  }

  /**
   * What the views look at: the point nearest to all optical axes; of views that look outward their
   * own middle.
   *
   * @param views at least one
   * @return world coordinates: double[3]
   */
  public static double[] centre(List<View> views) {
    return new CameraPath(views).centre;
  }

  private Camera at(double phase) {
    boolean full = halfAngle >= Math.PI;
    double angle = middleAngle + (full ? phase : halfAngle * Math.sin(phase));
    double[] eye = centre.clone();
    add(eye, distance * Math.cos(angle), ahead);
    add(eye, distance * Math.sin(angle), side);
    add(eye, height + (full ? 0 : rise * Math.cos(phase)), up);
    double[] target = centre.clone();
    if (outward) {
      add(target, 2, minus(eye, centre));
    }
    return model.movedTo(RigidTransform.lookAt(eye, target, up));
  }

  private void measure(List<Camera> cameras) {
    double[] angles = new double[cameras.size()];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < angles.length; i++) {
      double[] from = minus(cameras.get(i).centre(), centre);
      double x = dot(from, ahead);
      double y = dot(from, side);
      angles[i] = Math.atan2(y, x);
      distance += Math.hypot(x, y) / angles.length;
      double above = dot(from, up);
      height += above / angles.length;
      lowest = Math.min(lowest, above);
      highest = Math.max(highest, above);
    }
    rise = SWING * (highest - lowest) / 2;
    distance = Math.max(distance, PARALLEL * Math.max(1, length(centre)));
    cover(angles);
  }

  /** Finds the widest gap between neighbouring angles; the rest is what the cameras cover. */
  private void cover(double[] angles) {
    double[] sorted = angles.clone();
    Arrays.sort(sorted);
    double widest = sorted[0] + 2 * Math.PI - sorted[sorted.length - 1];
    double gapEnd = sorted[0];
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] - sorted[i - 1] > widest) {
        widest = sorted[i] - sorted[i - 1];
        gapEnd = sorted[i];
      }
    }
    boolean allAround = widest < WIDE_GAP || outward;
    halfAngle = allAround ? Math.PI : SWING * (2 * Math.PI - widest) / 2;
    middleAngle = allAround ? 0 : gapEnd + (2 * Math.PI - widest) / 2;
  }

  /**
   * The direction most nearly at right angles to all horizontal image axes r, near the mean upward
   * image axis m: the largest eigenvector of I − mean(r rᵀ) + ε m mᵀ, by power iteration. Unlike m
   * itself it does not lean with cameras that look down from one side more often than from the
   * others; ε decides where the horizontal axes leave it open.
   */
  private static double[] upright(List<Camera> cameras, double[] meanUp) {
    double[] up = meanUp;
    for (int round = 0; round < 500; round++) {
      double[] next = up.clone();
      add(next, MEAN_UP_WEIGHT * dot(meanUp, up), meanUp);
      for (Camera camera : cameras) {
        double[] r = camera.viewMatrix().rotation();
        double[] right = {r[0], r[1], r[2]};
        add(next, -dot(right, up) / cameras.size(), right);
      }
      up = unit(next);
    }
    return up;
  }

  /** The point with the least squared distances to the optical axes: Σ (I − d dᵀ)(x − p) = 0. */
  private static double[] nearestToAxes(List<Camera> cameras, double[] middle, double[] forwards) {
    double[] m = new double[9];
    double[] b = new double[3];
    for (Camera camera : cameras) {
      double[] d = forward(camera);
      double[] p = camera.centre();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double across = (i == j ? 1 : 0) - d[i] * d[j];
          m[3 * i + j] += across / cameras.size();
          b[i] += across * p[j] / cameras.size();
        }
      }
    }
    double[] c0 = {m[0], m[3], m[6]};
    double[] c1 = {m[1], m[4], m[7]};
    double[] c2 = {m[2], m[5], m[8]};
    double determinant = dot(c0, cross(c1, c2));
    if (determinant < PARALLEL) {
      // All look the same way: something in front, at a distance like their spread.
      double[] ahead = middle.clone();
      double[] direction = length(forwards) > PARALLEL ? unit(forwards) : new double[] {0, 0, 1};
      add(ahead, 2 * extent(cameras), direction);
      return ahead;
    }
    return new double[] {
      dot(b, cross(c1, c2)) / determinant,
      dot(c0, cross(b, c2)) / determinant,
      dot(c0, cross(c1, b)) / determinant
    };
  }

  private static boolean looksAway(List<Camera> cameras, double[] point) {
    long away =
        cameras.stream()
            .filter(camera -> dot(forward(camera), minus(point, camera.centre())) < 0)
            .count();
    return 2 * away > cameras.size();
  }

  /** The largest distance between the first camera and another one, or 1 if there is none. */
  private static double extent(List<Camera> cameras) {
    double[] first = cameras.getFirst().centre();
    double largest =
        cameras.stream().mapToDouble(c -> length(minus(c.centre(), first))).max().orElse(0);
    return largest > 0 ? largest : 1;
  }

  private static double[] forward(Camera camera) {
    double[] r = camera.viewMatrix().rotation();
    return new double[] {r[6], r[7], r[8]};
  }

  private static double[] anyAcross(double[] direction) {
    double[] x = cross(direction, new double[] {1, 0, 0});
    return length(x) > 0.1 ? x : cross(direction, new double[] {0, 1, 0});
  }

  private static void add(double[] sum, double factor, double[] vector) {
    for (int i = 0; i < 3; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double[] unit(double[] a) {
    double length = length(a);
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
