package org.clickgaussian.viewport.tool;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.navigation.Projection;

/** Draws a gizmo and the numbers of a drag. */
final class GizmoPaint {
  private static final Texts TEXTS = Texts.of("document");
  private static final String AXES = "XYZ";

  private GizmoPaint() {}

  static void paint(Gizmo gizmo, Optional<Handle> hot, GraphicsContext graphics) {
    Optional<Projection.Point> middle = gizmo.middle();
    if (middle.isEmpty()) {
      return;
    }
    Projection.Point at = middle.get();
    double scale = gizmo.scale();
    circle(graphics, colour(ToolInk.LINE, Handle.SCALE, hot), at, Gizmo.FRAME * scale, scale);
    for (int axis = 0; axis < 3; axis++) {
      Handle turn = Handle.values()[Handle.TURN_X.ordinal() + axis];
      ring(graphics, gizmo.ring(axis), colour(ToolInk.axis(axis), turn, hot), 1.6 * scale);
    }
    for (int axis = 0; axis < 3; axis++) {
      Handle move = Handle.values()[Handle.MOVE_X.ordinal() + axis];
      Color colour = colour(ToolInk.axis(axis), move, hot);
      gizmo.tip(axis).ifPresent(tip -> arrow(graphics, at, tip, colour, scale));
    }
    circle(
        graphics, colour(ToolInk.LINE, Handle.MOVE_FREELY, hot), at, Gizmo.MIDDLE * scale, scale);
  }

  private static Color colour(Color colour, Handle handle, Optional<Handle> hot) {
    return hot.filter(handle::equals).isPresent() ? ToolInk.HOT : colour;
  }

  private static void circle(
      GraphicsContext graphics, Color colour, Projection.Point at, double radius, double scale) {
    ToolInk.stroke(
        graphics,
        colour,
        1.8 * scale,
        () -> graphics.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
  }

  private static void ring(
      GraphicsContext graphics, List<Projection.Point> points, Color colour, double width) {
    double[] x = points.stream().mapToDouble(Projection.Point::x).toArray();
    double[] y = points.stream().mapToDouble(Projection.Point::y).toArray();
    ToolInk.stroke(graphics, colour, width, () -> graphics.strokePolygon(x, y, x.length));
  }

  private static void arrow(
      GraphicsContext graphics,
      Projection.Point from,
      Projection.Point tip,
      Color colour,
      double scale) {
    ToolInk.stroke(
        graphics,
        colour,
        2.6 * scale,
        () -> graphics.strokeLine(from.x(), from.y(), tip.x(), tip.y()));
    double length = Math.max(1, Math.hypot(tip.x() - from.x(), tip.y() - from.y()));
    double ux = (tip.x() - from.x()) / length * 9 * scale;
    double uy = (tip.y() - from.y()) / length * 9 * scale;
    graphics.setFill(colour);
    graphics.fillPolygon(
        new double[] {tip.x() + ux, tip.x() - uy * 0.6, tip.x() + uy * 0.6},
        new double[] {tip.y() + uy, tip.y() + ux * 0.6, tip.y() - ux * 0.6},
        3);
  }

  /** How much a drag does, for a person. */
  static String numbers(Handle handle, double amount) {
    if (handle == Handle.SCALE) {
      return TEXTS.get("gizmo.scale", "%.3f".formatted(amount));
    }
    if (handle == Handle.MOVE_FREELY) {
      return TEXTS.get("gizmo.move", "%.3f".formatted(amount));
    }
    String axis = AXES.substring(handle.axis(), handle.axis() + 1);
    return handle.turns()
        ? TEXTS.get("gizmo.turn", axis, "%+.1f".formatted(Math.toDegrees(amount)))
        : TEXTS.get("gizmo.move-axis", axis, "%+.3f".formatted(amount));
  }
}
