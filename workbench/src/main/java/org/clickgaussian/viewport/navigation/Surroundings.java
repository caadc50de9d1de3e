package org.clickgaussian.viewport.navigation;

import java.util.Comparator;
import java.util.List;
import org.clickgaussian.scene.Bounds;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.CameraPath;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;

/**
 * What navigation must know of a scene.
 *
 * @param views the training views, sorted by key; may be empty
 * @param up which way is up, of length 1
 * @param centre what the views look at, or the middle of the Gaussians
 * @param size a length that fits the scene: how far apart the cameras are, or how far the Gaussians
 *     reach; above 0, world units
 */
public record Surroundings(List<View> views, Vector3 up, Vector3 centre, double size) {
  private static final double LEFT_OUT = 0.02;
  private static final double SMALLEST = 1e-6;

  /** A person without views begins so many sizes of the scene away from it. */
  private static final double AWAY = 1.2;

  /** The size of a picture of a scene without views. */
  private static final int WIDTH = 1200;

  private static final int HEIGHT = 800;

  /** Looks at a scene. */
  public static Surroundings of(List<View> views, GaussianScene gaussians) {
    if (views.isEmpty()) {
      Bounds bounds = Bounds.robust(gaussians, LEFT_OUT);
      Vector3 centre = Vector3.of(bounds.centre());
      double size = Math.max(SMALLEST, bounds.diagonal());
      return new Surroundings(views, UpAxis.of(gaussians, centre, size), centre, size);
    }
    Vector3 centre = Vector3.of(CameraPath.centre(views));
    double reach = 0;
    for (View view : views) {
      reach = Math.max(reach, Vector3.of(view.camera().centre()).distance(centre));
    }
    return new Surroundings(
        List.copyOf(views), UpAxis.of(views), centre, Math.max(SMALLEST, 2 * reach));
  }

  /** Where a person begins: at the first view, or before the whole of the scene. */
  public CameraRig start() {
    if (!views.isEmpty()) {
      return at(views.getFirst());
    }
    Vector3 back = up.anyAcross().plus(up.times(0.35)).unit();
    Vector3 from = centre.plus(back.times(AWAY * size));
    Pose pose = Pose.looking(from, centre, up);
    Camera camera = Camera.centred(WIDTH, HEIGHT, WIDTH, pose.viewMatrix());
    return CameraRig.at(camera, AWAY * size, up);
  }

  /** At a training view; turns about what lies before it as far off as the scene's centre. */
  public CameraRig at(View view) {
    Pose pose = Pose.of(view.camera().viewMatrix());
    double ahead = centre.minus(pose.position()).dot(pose.forward());
    // Cameras that look outward have the centre behind them.
    double distance = Math.max(ahead, size / 10);
    return CameraRig.at(view.camera(), distance, up);
  }

  /**
   * The view nearest to a pose: by the distance, and by the angle between the lines of sight, a
   * right angle counting as much as the size of the scene. There must be views.
   */
  public View nearest(Pose pose) {
    return views.stream()
        .min(Comparator.comparingDouble(view -> difference(pose, view)))
        .orElseThrow();
  }

  private double difference(Pose pose, View view) {
    Pose other = Pose.of(view.camera().viewMatrix());
    double turned = 1 - pose.forward().dot(other.forward());
    return pose.position().distance(other.position()) / size + turned;
  }
}
