package org.clickgaussian.scene.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;

/** Views on a circle around a point, for tests of readers and paths. */
public final class CameraSamples {
  private CameraSamples() {}

  /** Views named photo00, photo01… on a circle of radius 3 at height 1 around (1, 2, 3), −y up. */
  public static List<View> circle(int count) {
    return arc(count, 0, 2 * Math.PI);
  }

  /** Views on an arc of the circle, in radians. */
  public static List<View> arc(int count, double from, double span) {
    List<View> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = from + span * i / count;
      double[] eye = {1 + 3 * Math.cos(angle), 1, 3 + 3 * Math.sin(angle)};
      RigidTransform pose =
          RigidTransform.lookAt(eye, new double[] {1, 2, 3}, new double[] {0, -1, 0});
      Camera camera = new Camera(64 + i % 2, 48, 50, 51 + i % 2, 31.5, 24.25, pose);
      views.add(new View(String.format(Locale.ROOT, "photo%02d", i), camera));
    }
    return views;
  }
}
