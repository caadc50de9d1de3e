package org.clickgaussian.viewport.tool;

import javafx.scene.canvas.GraphicsContext;
import org.clickgaussian.document.Marker;
import org.clickgaussian.viewport.Overlay;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.navigation.Vector3;

/** Draws where clicks hit, at the points of the world, coloured by what they did. */
final class MarkerPaint {
  private static final double RADIUS = 6;

  private MarkerPaint() {}

  static void paint(Viewport viewport, Overlay overlay) {
    viewport
        .document()
        .ifPresent(
            document -> document.state().markers().forEach(marker -> paint(marker, overlay)));
  }

  private static void paint(Marker marker, Overlay overlay) {
    overlay
        .projection()
        .point(new Vector3(marker.x(), marker.y(), marker.z()))
        .ifPresent(
            at -> {
              GraphicsContext graphics = overlay.graphics();
              double radius = RADIUS * overlay.scale();
              ToolInk.stroke(
                  graphics,
                  ToolInk.of(marker.combination()),
                  2.2 * overlay.scale(),
                  () ->
                      graphics.strokeOval(
                          at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
              graphics.setFill(ToolInk.LINE);
              double dot = 1.8 * overlay.scale();
              graphics.fillOval(at.x() - dot, at.y() - dot, 2 * dot, 2 * dot);
            });
  }
}
