package org.clickgaussian.viewport.navigation;

import org.clickgaussian.scene.Camera;

/**
 * A smooth way from one place to another: begins and ends at rest.
 *
 * <p>The point in the middle of what is seen and its distance glide, the orientation turns at even
 * speed (slerp), and the position follows from these: between two views of one thing the camera
 * goes around the thing, not through it.
 *
 * @param from where it begins
 * @param to where it ends
 */
public record Flight(CameraRig from, CameraRig to) {
  /** How long a flight takes. */
  public static final double SECONDS = 0.6;

  /**
   * The rig on the way.
   *
   * @param share of the time: 0 and less is the beginning, 1 and more exactly the end
   * @param width pixels in a row of the picture for which focal lengths glide without a jump
   * @param height pixels in a column of that picture
   */
  public CameraRig at(double share, int width, int height) {
    if (share <= 0) {
      return from;
    }
    if (share >= 1) {
      return to;
    }
    double eased = share * share * share * (share * (6 * share - 15) + 10);
    Quaternion orientation = from.pose().orientation().towards(to.pose().orientation(), eased);
    double distance =
        Math.exp(
            (1 - eased) * Math.log(from.focusDistance()) + eased * Math.log(to.focusDistance()));
    Vector3 focus = from.focus().towards(to.focus(), eased);
    Vector3 forward = orientation.turn(new Vector3(0, 0, 1));
    Pose pose = new Pose(focus.minus(forward.times(distance)), orientation);
    return new CameraRig(pose, distance, to.up(), optics(eased, width, height));
  }

  private Camera optics(double share, int width, int height) {
    Camera start = from.camera(width, height);
    Camera end = to.camera(width, height);
    return new Camera(
        width,
        height,
        between(start.fx(), end.fx(), share),
        between(start.fy(), end.fy(), share),
        between(start.cx(), end.cx(), share),
        between(start.cy(), end.cy(), share),
        end.viewMatrix());
  }

  private static double between(double start, double end, double share) {
    return (1 - share) * start + share * end;
  }
}
