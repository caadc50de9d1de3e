package org.clickgaussian.viewport;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.navigation.Pose;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.viewport.navigation.Surroundings;
import org.clickgaussian.viewport.navigation.Vector3;

/** Draws the cameras of the training views, the axes of the world and the focus over a picture. */
final class SceneMarks {
  /** How deep a drawn camera is, as a share of the scene's size. */
  private static final double CAMERA_DEPTH = 0.035;

  /** How long the axes are, as a share of the scene's size. */
  private static final double AXIS_LENGTH = 0.2;

  private static final double FOCUS_RADIUS = 5;

  private final Overlay overlay;
  private final GraphicsContext graphics;

  private SceneMarks(Overlay overlay) {
    this.overlay = overlay;
    this.graphics = overlay.graphics();
  }

  /** Draws what a state asks for. */
  static void paint(ViewportState state, Overlay overlay) {
    SceneMarks marks = new SceneMarks(overlay);
    state
        .surroundings()
        .ifPresent(
            scene -> {
              if (state.shows(Layer.FRUSTA)) {
                marks.cameras(scene, state);
              }
              if (state.shows(Layer.AXES)) {
                marks.axes(scene, state);
              }
            });
  }

  private void cameras(Surroundings scene, ViewportState state) {
    View nearest = scene.views().isEmpty() ? null : scene.nearest(state.rig().orElseThrow().pose());
    for (View view : scene.views()) {
      // The view at which the camera stands would only be seen from inside.
      if (state.view().filter(view.key()::equals).isEmpty()) {
        Color colour = view == nearest ? OverlayInk.CURRENT_CAMERA : OverlayInk.CAMERA;
        frustum(view.camera(), CAMERA_DEPTH * scene.size(), colour);
      }
    }
  }

  private void frustum(Camera camera, double depth, Color colour) {
    Projection view = new Projection(camera);
    Vector3 apex = Pose.of(camera.viewMatrix()).position();
    Vector3[] corners = {
      view.world(0, 0, depth),
      view.world(camera.width(), 0, depth),
      view.world(camera.width(), camera.height(), depth),
      view.world(0, camera.height(), depth)
    };
    for (int i = 0; i < corners.length; i++) {
      line(apex, corners[i], colour, 1);
      line(corners[i], corners[(i + 1) % corners.length], colour, 1);
    }
    // A small roof shows which side of the photo is up.
    Vector3 roof = view.world(camera.width() / 2.0, -0.2 * camera.height(), depth);
    line(corners[0], roof, colour, 1);
    line(roof, corners[1], colour, 1);
  }

  private void axes(Surroundings scene, ViewportState state) {
    Vector3 origin = Vector3.ZERO;
    double length = AXIS_LENGTH * scene.size();
    axis(origin, new Vector3(length, 0, 0), OverlayInk.X_AXIS, "x");
    axis(origin, new Vector3(0, length, 0), OverlayInk.Y_AXIS, "y");
    axis(origin, new Vector3(0, 0, length), OverlayInk.Z_AXIS, "z");
    state
        .rig()
        .flatMap(rig -> overlay.projection().point(rig.focus()))
        .ifPresent(point -> cross(point.x(), point.y()));
  }

  private void axis(Vector3 from, Vector3 to, Color colour, String name) {
    line(from, to, colour, 2);
    overlay
        .projection()
        .point(to)
        .ifPresent(
            end -> {
              double gap = 4 * overlay.scale();
              graphics.setFont(Font.font(12 * overlay.scale()));
              graphics.setFill(colour);
              graphics.fillText(name, end.x() + gap, end.y() - gap);
            });
  }

  private void cross(double x, double y) {
    double radius = FOCUS_RADIUS * overlay.scale();
    OverlayInk.line(graphics, OverlayInk.FOCUS, overlay.scale(), x - radius, y, x + radius, y);
    OverlayInk.line(graphics, OverlayInk.FOCUS, overlay.scale(), x, y - radius, x, y + radius);
  }

  private void line(Vector3 from, Vector3 to, Color colour, double width) {
    overlay
        .projection()
        .line(from, to)
        .ifPresent(
            line ->
                OverlayInk.line(
                    graphics,
                    colour,
                    width * overlay.scale(),
                    line.from().x(),
                    line.from().y(),
                    line.to().x(),
                    line.to().y()));
  }
}
