package org.clickgaussian.viewport.tool;

/** What of a gizmo can be taken hold of. Axes are those of the world. */
enum Handle {
  MOVE_X(0),
  MOVE_Y(1),
  MOVE_Z(2),
  /** Moves in the plane of the picture. */
  MOVE_FREELY(-1),
  TURN_X(0),
  TURN_Y(1),
  TURN_Z(2),
  /** Scales alike in all directions. */
  SCALE(-1);

  private final int axis;

  Handle(int axis) {
    this.axis = axis;
  }

  /** The number of its axis; −1 where it has none. */
  int axis() {
    return axis;
  }

  boolean moves() {
    return ordinal() <= MOVE_FREELY.ordinal();
  }

  boolean turns() {
    return this == TURN_X || this == TURN_Y || this == TURN_Z;
  }
}
