package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;

/**
 * Views of the room: two thirds on an orbit around the table, one third from inside it outwards.
 */
final class SampleCameras {
  private static final double[] UP = {0, 0, 1};

  /** In widths of the image. */
  private static final double FOCAL_LENGTH = 0.8;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private SampleCameras() {}

  /** Views named view000, view001, …; every third looks from the room's middle outwards. */
  static List<View> views(SampleSettings settings) {
    List<View> views = new ArrayList<>();
    for (int v = 0; v < settings.views(); v++) {
      RandomStream random = new RandomStream(settings.seed(), "camera", v);
      RigidTransform pose = v % 3 == 2 ? outwards(v, random) : orbit(v, random);
      Camera camera =
          Camera.centred(
              settings.width(), settings.height(), FOCAL_LENGTH * settings.width(), pose);
      views.add(new View("view%03d".formatted(v), camera));
    }
    return views;
  }

  private static RigidTransform orbit(int v, RandomStream random) {
    double angle = v * GOLDEN_ANGLE;
    double distance = 1.35 + 0.25 * random.nextDouble();
    double height = RoomObjects.TABLE_HEIGHT + 0.45 + 0.65 * random.nextDouble();
    double[] eye = {distance * Math.cos(angle), distance * Math.sin(angle), height};
    double[] target = {
      0.2 * (random.nextDouble() - 0.5),
      0.2 * (random.nextDouble() - 0.5),
      RoomObjects.TABLE_HEIGHT + 0.05
    };
    return RigidTransform.lookAt(eye, target, UP);
  }

  private static RigidTransform outwards(int v, RandomStream random) {
    double angle = v * GOLDEN_ANGLE;
    double back = 0.7 + 0.6 * random.nextDouble();
    double[] eye = {
      -back * Math.cos(angle), -back * Math.sin(angle), 1.45 + 0.4 * random.nextDouble()
    };
    double[] target = {2 * Math.cos(angle), 2 * Math.sin(angle), 0.45 + 1.1 * random.nextDouble()};
    return RigidTransform.lookAt(eye, target, UP);
  }
}
