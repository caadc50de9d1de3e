package org.clickgaussian.viewport.navigation;

import org.clickgaussian.scene.RigidTransform;

/**
 * Where a camera stands and how it is turned.
 *
 * @param position in the world
 * @param orientation turns directions of the camera (x right, y down, z forward) into the world's
 */
public record Pose(Vector3 position, Quaternion orientation) {

  /** The pose of a camera with a view matrix (world to camera). */
  public static Pose of(RigidTransform viewMatrix) {
    RigidTransform back = viewMatrix.inverse();
    return new Pose(Vector3.of(back.translation()), Quaternion.ofMatrix(back.rotation()));
  }

  /**
   * At a place, looking at a point.
   *
   * @param up which way is up in the world; if it is parallel to the line of sight, any roll is
   *     taken
   */
  public static Pose looking(Vector3 from, Vector3 at, Vector3 up) {
    Vector3 forward = at.minus(from).unit();
    boolean parallel = forward.cross(up).length() < 1e-9 * up.length();
    Vector3 upright = parallel ? forward.anyAcross() : up;
    return of(RigidTransform.lookAt(from.array(), at.array(), upright.array()));
  }

  /** World to camera. */
  public RigidTransform viewMatrix() {
    double[] rotation = orientation.inverse().matrix();
    RigidTransform turn = new RigidTransform(rotation, new double[3]);
    double[] t = turn.apply(position.x(), position.y(), position.z());
    return new RigidTransform(rotation, new double[] {-t[0], -t[1], -t[2]});
  }

  /** The line of sight, of length 1. */
  public Vector3 forward() {
    return orientation.turn(new Vector3(0, 0, 1));
  }

  /** To the right of the image, of length 1. */
  public Vector3 right() {
    return orientation.turn(new Vector3(1, 0, 0));
  }

  /** To the lower border of the image, of length 1. */
  public Vector3 down() {
    return orientation.turn(new Vector3(0, 1, 0));
  }

  /** Elsewhere, turned alike. */
  public Pose movedBy(Vector3 shift) {
    return new Pose(position.plus(shift), orientation);
  }

  /** Turned about a point of the world. */
  public Pose turnedAbout(Vector3 centre, Quaternion turn) {
    return new Pose(centre.plus(turn.turn(position.minus(centre))), turn.after(orientation));
  }
}
