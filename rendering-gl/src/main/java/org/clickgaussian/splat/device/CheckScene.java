package org.clickgaussian.splat.device;

import java.util.BitSet;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.RigidTransform;

/**
 * The small scene that a {@link DeviceCheck} splats: Gaussians of all shapes in front of, around
 * and behind the camera, so many in the middle that tiles take several batches.
 */
final class CheckScene {
  static final int COUNT = 1500;
  private static final int WIDTH = 97;
  private static final int HEIGHT = 61;
  private static final int DEGREE = 3;

  private CheckScene() {}

  /** The scene, the caller's to close. */
  static GaussianScene create() {
    GaussianScene scene = GaussianScene.allocate(COUNT, DEGREE);
    RandomStream random = new RandomStream(1, "check scene", 0);
    for (int i = 0; i < COUNT; i++) {
      fill(scene, i, random);
    }
    return scene;
  }

  private static void fill(GaussianScene scene, int i, RandomStream random) {
    // One of 50 may lie anywhere, also behind the camera; one of 10 is a needle or a plate.
    double extent = i % 50 == 0 ? 6 : 1;
    double thinness = i % 10 == 0 ? -6 : -2;
    for (int axis = 0; axis < 3; axis++) {
      scene.set(scene.positions(), axis, i, between(random, -extent, extent));
      scene.set(scene.logScales(), axis, i, between(random, thinness - 2, -1.5));
    }
    for (int component = 0; component < 4; component++) {
      scene.set(scene.rotations(), component, i, (float) random.nextGaussian());
    }
    scene.set(scene.opacityLogits(), 0, i, between(random, -4, 4));
    for (int plane = 0; plane < 3 * scene.harmonicsCoefficients(); plane++) {
      double reach = plane < 3 ? 1.5 : 0.2;
      scene.set(scene.harmonics(), plane, i, between(random, -reach, reach));
    }
  }

  private static float between(RandomStream random, double from, double to) {
    return (float) (from + (to - from) * random.nextDouble());
  }

  /** A camera four units from the middle, of a size that ends within tiles. */
  static Camera camera() {
    RigidTransform view =
        RigidTransform.lookAt(
            new double[] {1.7, -0.5, -3.6}, new double[3], new double[] {0, -1, 0});
    return new Camera(WIDTH, HEIGHT, 98, 100, 49.75, 29.5, view);
  }

  /** Every third Gaussian, of those from a number on. */
  static BitSet third(int from) {
    BitSet set = new BitSet();
    for (int i = from; i < COUNT; i += 3) {
      set.set(i);
    }
    return set;
  }
}
