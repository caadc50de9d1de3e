package org.clickgaussian.viewport.navigation;

import java.util.List;
import org.clickgaussian.scene.CameraPath;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;

/** Guesses which way is up. */
public final class UpAxis {
  private static final int ROUNDS = 60;
  private static final double NEARLY_THERE = 1e-6;

  /**
   * A camera that leans more than this against the others (60°) was turned for an upright photo.
   */
  private static final double LEANING = 0.5;

  /** Enough to tell a direction; larger scenes are sampled at even steps. */
  private static final int MOST_SAMPLES = 1 << 14;

  private UpAxis() {}

  /**
   * From photos: the direction across the horizontal axes of all cameras that were held level, near
   * the median of their upward axes. Photos taken with a turned camera do not sway it.
   *
   * @param views at least one
   * @return of length 1
   */
  public static Vector3 of(List<View> views) {
    List<Vector3> ups = views.stream().map(UpAxis::up).toList();
    Vector3 median = median(ups);
    List<View> level = views.stream().filter(view -> up(view).dot(median) > LEANING).toList();
    return level.isEmpty() ? median : Vector3.of(CameraPath.up(level));
  }

  private static Vector3 up(View view) {
    return Pose.of(view.camera().viewMatrix()).down().times(-1);
  }

  /** The direction with the least sum of distances to all: Weiszfeld's iteration. */
  private static Vector3 median(List<Vector3> directions) {
    Vector3 middle = sum(directions);
    if (middle.length() < NEARLY_THERE) {
      middle = directions.getFirst();
    }
    middle = middle.unit();
    for (int round = 0; round < ROUNDS; round++) {
      Vector3 pulled = Vector3.ZERO;
      for (Vector3 direction : directions) {
        double weight = 1 / Math.max(NEARLY_THERE, direction.distance(middle));
        pulled = pulled.plus(direction.times(weight));
      }
      if (pulled.length() < NEARLY_THERE) {
        return middle;
      }
      middle = pulled.unit();
    }
    return middle;
  }

  private static Vector3 sum(List<Vector3> directions) {
    return directions.stream().reduce(Vector3.ZERO, Vector3::plus);
  }

  /**
   * From Gaussians alone: the axis along which their centres spread least (scenes are flatter than
   * they are wide), pointing against +y, which is down for most trained scenes.
   *
   * @param within how far from {@code centre} Gaussians count
   * @return of length 1
   */
  public static Vector3 of(GaussianScene scene, Vector3 centre, double within) {
    double[] spread = new double[9];
    int counted = 0;
    int step = Math.max(1, scene.count() / MOST_SAMPLES);
    for (int i = 0; i < scene.count(); i += step) {
      Vector3 offset =
          new Vector3(scene.position(i, 0), scene.position(i, 1), scene.position(i, 2))
              .minus(centre);
      if (offset.length() <= within) {
        addOuterProduct(spread, offset.array());
        counted++;
      }
    }
    Vector3 down = new Vector3(0, 1, 0);
    Vector3 axis = counted < 3 ? down : leastSpread(spread);
    return axis.dot(down) > 0 ? axis.times(-1) : axis;
  }

  private static void addOuterProduct(double[] sum, double[] v) {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        sum[3 * row + column] += v[row] * v[column];
      }
    }
  }

  /** The smallest eigenvector, by power iteration on trace · I − M. */
  private static Vector3 leastSpread(double[] m) {
    double trace = m[0] + m[4] + m[8];
    if (!(trace > 0)) {
      return new Vector3(0, 1, 0);
    }
    // Begins off every axis of the world, so that no axis is at right angles to the beginning.
    Vector3 v = new Vector3(0.31, 0.87, 0.38).unit();
    for (int round = 0; round < 10 * ROUNDS; round++) {
      Vector3 product =
          new Vector3(
              m[0] * v.x() + m[1] * v.y() + m[2] * v.z(),
              m[3] * v.x() + m[4] * v.y() + m[5] * v.z(),
              m[6] * v.x() + m[7] * v.y() + m[8] * v.z());
      Vector3 next = v.times(trace).minus(product);
      if (!(next.length() > 0)) {
        return v;
      }
      v = next.unit();
    }
    return v;
  }
}
