package org.clickgaussian.viewport.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.viewport.navigation.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GizmoTest {
  private static final Vector3 PIVOT = new Vector3(0.4, -0.2, 0.7);

  private final Projection projection =
      new Projection(
          Camera.centred(
              800,
              600,
              700,
              RigidTransform.lookAt(
                  new double[] {4, -3, 2.5}, new double[3], new double[] {0, 0, 1})));
  private final Gizmo gizmo = new Gizmo(projection, PIVOT, 1);

  @Test
  void handlesAreWhereTheyAreDrawn() {
    Projection.Point middle = gizmo.middle().orElseThrow();
    assertThat(gizmo.hit(middle.x(), middle.y())).contains(Handle.MOVE_FREELY);
    assertThat(gizmo.hit(middle.x() + Gizmo.FRAME, middle.y())).contains(Handle.SCALE);
    for (int axis = 0; axis < 3; axis++) {
      Projection.Point tip = gizmo.tip(axis).orElseThrow();
      assertThat(gizmo.hit(tip.x(), tip.y()))
          .contains(Handle.values()[Handle.MOVE_X.ordinal() + axis]);
    }
    assertThat(gizmo.hit(5, 5)).isEmpty();
    assertThat(new Gizmo(projection, new Vector3(40, -30, 25), 1).hit(400, 300)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Handle.class,
      names = {"MOVE_X", "MOVE_Y", "MOVE_Z"})
  void anArrowMovesItsAxisSoThatThePointStaysUnderThePointer(Handle handle) {
    Vector3 axis = Gizmo.axis(handle.axis());
    Projection.Point from = projection.point(PIVOT.plus(axis.times(0.1))).orElseThrow();
    Projection.Point to = projection.point(PIVOT.plus(axis.times(0.45))).orElseThrow();
    Gizmo.Dragged dragged = gizmo.drag(handle, from.x(), from.y(), to.x(), to.y());
    assertThat(dragged.amount()).isCloseTo(0.35, within(1e-9));
    double[] moved = dragged.similarity().apply(1, 2, 3);
    Vector3 expected = new Vector3(1, 2, 3).plus(axis.times(0.35));
    assertThat(moved).containsExactly(expected.array(), within(1e-9));
  }

  @Test
  void theMiddleMovesInThePlaneOfThePicture() {
    Projection.Point middle = gizmo.middle().orElseThrow();
    Gizmo.Dragged dragged =
        gizmo.drag(Handle.MOVE_FREELY, middle.x(), middle.y(), middle.x() + 50, middle.y() - 20);
    double[] moved = dragged.similarity().apply(PIVOT.x(), PIVOT.y(), PIVOT.z());
    Projection.Point at = projection.point(Vector3.of(moved)).orElseThrow();
    assertThat(at.x()).isCloseTo(middle.x() + 50, within(1e-6));
    assertThat(at.y()).isCloseTo(middle.y() - 20, within(1e-6));
    assertThat(at.depth()).isCloseTo(middle.depth(), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(
      value = Handle.class,
      names = {"TURN_X", "TURN_Y", "TURN_Z"})
  void aRingTurnsTheWayItIsPulledAndKeepsTheMiddle(Handle handle) {
    Projection.Point from = gizmo.ring(handle.axis()).get(10);
    Projection.Point to = gizmo.ring(handle.axis()).get(12);
    Gizmo.Dragged dragged = gizmo.drag(handle, from.x(), from.y(), to.x(), to.y());
    assertThat(dragged.amount()).isCloseTo(2 * 2 * Math.PI / 64, within(0.05));
    assertThat(dragged.similarity().apply(PIVOT.x(), PIVOT.y(), PIVOT.z()))
        .containsExactly(PIVOT.array(), within(1e-12));
  }

  @Test
  void theFrameScalesAboutTheMiddle() {
    Projection.Point middle = gizmo.middle().orElseThrow();
    Gizmo.Dragged dragged =
        gizmo.drag(Handle.SCALE, middle.x() + 100, middle.y(), middle.x(), middle.y() + 150);
    assertThat(dragged.amount()).isCloseTo(1.5, within(1e-9));
    assertThat(dragged.similarity().scale()).isCloseTo(1.5, within(1e-9));
    assertThat(
            gizmo.drag(Handle.SCALE, middle.x() + 100, middle.y(), middle.x(), middle.y()).amount())
        .isPositive();
  }
}
