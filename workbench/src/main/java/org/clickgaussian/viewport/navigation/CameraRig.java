package org.clickgaussian.viewport.navigation;

import org.clickgaussian.scene.Camera;

/**
 * A camera in a person's hand: where it stands, how it sees, and the point that it turns about.
 * Immutable; the methods yield the rig after a movement.
 *
 * @param pose where the camera stands
 * @param focusDistance how far before the camera, along the line of sight, the point lies that it
 *     turns about; above 0
 * @param up which way is up in the world, of length 1
 * @param optics focal lengths and principal point for a picture of some size; its view matrix means
 *     nothing
 */
public record CameraRig(Pose pose, double focusDistance, Vector3 up, Camera optics) {
  /** The line of sight keeps this angle from straight up and straight down. */
  public static final double POLE_ANGLE = Math.toRadians(2);

  /** Checks the distance. */
  public CameraRig {
    if (!(focusDistance > 0)) {
      throw new IllegalArgumentException("a focus must lie before the camera: " + focusDistance);
    }
  }

  /** The camera of a training view, turning about a point at some distance before it. */
  public static CameraRig at(Camera camera, double focusDistance, Vector3 up) {
    return new CameraRig(Pose.of(camera.viewMatrix()), focusDistance, up.unit(), camera);
  }

  /** The point that the camera turns about: in the middle of what it sees. */
  public Vector3 focus() {
    return pose.position().plus(pose.forward().times(focusDistance));
  }

  /**
   * The camera for a picture of some size: all that the optics show is in the picture, as large as
   * it can be, and around it whatever more there is room for.
   */
  public Camera camera(int width, int height) {
    return Framing.inside(optics, width, height).camera().movedTo(pose.viewMatrix());
  }

  /** The same elsewhere. */
  public CameraRig at(Pose other) {
    return new CameraRig(other, focusDistance, up, optics);
  }

  /** The same turning about a point at another distance. */
  public CameraRig withFocusDistance(double other) {
    return new CameraRig(pose, other, up, optics);
  }

  /**
   * Turns about the focus; its distance stays, and so does how the picture leans against the
   * horizon.
   *
   * @param around angle about the up axis, right-handed: above 0 the camera goes to the right
   * @param over angle by which the camera rises; it stops short of the poles
   */
  public CameraRig orbit(double around, double over) {
    Vector3 focus = focus();
    Pose risen = pose.turnedAbout(focus, tilt(over));
    return at(exactly(risen.turnedAbout(focus, Quaternion.about(up, around)), focus));
  }

  /** Puts the camera back to its distance, so that roundings do not add up. */
  private Pose exactly(Pose turned, Vector3 focus) {
    Vector3 position = focus.minus(turned.forward().times(focusDistance));
    return new Pose(position, turned.orientation());
  }

  /** A turn about the horizontal axis across the line of sight. */
  private Quaternion tilt(double over) {
    Vector3 forward = pose.forward();
    Vector3 across = forward.cross(up);
    if (across.length() < 1e-9) {
      Vector3 right = pose.right();
      Vector3 level = right.minus(up.times(right.dot(up)));
      across = level.length() < 1e-9 ? up.anyAcross() : level;
    }
    double elevation = Math.asin(Math.clamp(-forward.dot(up), -1.0, 1.0));
    double most = Math.PI / 2 - POLE_ANGLE;
    // A camera that stands nearer to a pole than the limit may leave it, but go no nearer.
    double upper = Math.max(most, elevation);
    double lower = Math.min(-most, elevation);
    double wanted = Math.clamp(elevation + over, lower, upper);
    return Quaternion.about(across.unit(), elevation - wanted);
  }

  /** Turns on the spot: to look around. */
  public CameraRig look(double around, double over) {
    Pose tilted = pose.turnedAbout(pose.position(), tilt(over));
    return at(tilted.turnedAbout(pose.position(), Quaternion.about(up, around)));
  }

  /**
   * Shifts the camera in the plane of its image so that what was seen at one point of the picture
   * is seen at another.
   *
   * @param camera this rig's camera, {@link #camera}
   * @param depth in camera coordinates (z) of what is held
   */
  public CameraRig pan(
      Camera camera, double fromX, double fromY, double toX, double toY, double depth) {
    Vector3 right = pose.right().times((fromX - toX) / camera.fx() * depth);
    Vector3 down = pose.down().times((fromY - toY) / camera.fy() * depth);
    return at(pose.movedBy(right.plus(down)));
  }

  /**
   * Comes nearer to what is seen at a point of the picture, which stays at that point; from then on
   * turns about something at its depth.
   *
   * @param camera this rig's camera, {@link #camera}
   * @param depth in camera coordinates (z) of what is seen there
   * @param factor new depth by old depth: below 1 comes nearer
   */
  public CameraRig zoom(Camera camera, double x, double y, double depth, double factor) {
    Vector3 ray = new Projection(camera.movedTo(pose.viewMatrix())).ray(x, y);
    return at(pose.movedBy(ray.times(depth * (1 - factor)))).withFocusDistance(depth * factor);
  }

  /** Moves along the image's right, the world's up and the line of sight, in world units. */
  public CameraRig fly(double right, double upwards, double forward) {
    return at(
        pose.movedBy(
            pose.right().times(right).plus(up.times(upwards)).plus(pose.forward().times(forward))));
  }

  /** Moves the camera, turned as it is, so that a point before it is the focus. */
  public CameraRig centredOn(Vector3 point) {
    double distance = point.minus(pose.position()).dot(pose.forward());
    double kept = distance > 0 ? distance : focusDistance;
    Vector3 position = point.minus(pose.forward().times(kept));
    return at(new Pose(position, pose.orientation())).withFocusDistance(kept);
  }
}
