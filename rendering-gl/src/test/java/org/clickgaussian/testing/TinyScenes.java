package org.clickgaussian.testing;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.RigidTransform;

/**
 * Small scenes for tests: a few Gaussians around the origin and cameras that look at them. The same
 * arguments always give the same bits.
 */
public final class TinyScenes {
  private TinyScenes() {}

  /**
   * Random Gaussians with centres in the cube from −1 to 1, standard deviations from 0.02 to 0.2,
   * any rotation, opacities from 0.12 to 0.95 and gentle colours.
   *
   * @param count N, 0 or more
   * @param seed of the random numbers
   * @param harmonicsDegree 0 to 3
   */
  public static GaussianScene random(int count, long seed, int harmonicsDegree) {
    GaussianScene scene = GaussianScene.allocate(count, harmonicsDegree);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      for (int axis = 0; axis < 3; axis++) {
        scene.set(scene.positions(), axis, i, between(random, -1, 1));
        float deviation = between(random, 0.02, 0.2);
        scene.set(scene.logScales(), axis, i, (float) Math.log(deviation));
      }
      for (int component = 0; component < 4; component++) {
        scene.set(scene.rotations(), component, i, (float) random.nextGaussian());
      }
      scene.set(scene.opacityLogits(), 0, i, between(random, -2, 3));
      fillHarmonics(scene, i, random);
    }
    return scene;
  }

  private static void fillHarmonics(GaussianScene scene, int i, SplittableRandom random) {
    for (int plane = 0; plane < 3 * scene.harmonicsCoefficients(); plane++) {
      double reach = plane < 3 ? 1.5 : 0.2;
      scene.set(scene.harmonics(), plane, i, between(random, -reach, reach));
    }
  }

  /** One round Gaussian of one colour. */
  public static GaussianScene single(
      double x, double y, double z, double deviation, double opacityLogit, float[] rgb) {
    GaussianScene scene = GaussianScene.allocate(1, 0);
    setRound(scene, 0, new double[] {x, y, z}, deviation, opacityLogit, rgb);
    return scene;
  }

  /**
   * Makes a Gaussian round and of one colour from every side.
   *
   * @param centre x, y, z
   * @param deviation standard deviation in world units
   * @param opacityLogit opacity before the sigmoid
   * @param rgb colour, 0 to 1
   */
  public static void setRound(
      GaussianScene scene,
      int i,
      double[] centre,
      double deviation,
      double opacityLogit,
      float[] rgb) {
    for (int axis = 0; axis < 3; axis++) {
      scene.set(scene.positions(), axis, i, (float) centre[axis]);
      scene.set(scene.logScales(), axis, i, (float) Math.log(deviation));
      // Y00 of the spherical harmonics; colour = Y00 · coefficient + 0.5.
      scene.set(scene.harmonics(), axis, i, (rgb[axis] - 0.5f) / 0.28209479177387814f);
    }
    MemorySegment rotations = scene.rotations();
    scene.set(rotations, 0, i, 1);
    for (int component = 1; component < 4; component++) {
      scene.set(rotations, component, i, 0);
    }
    scene.set(scene.opacityLogits(), 0, i, (float) opacityLogit);
  }

  /** A camera at (0, 0, −4) that looks along +z at the origin, about 53° wide. */
  public static Camera frontCamera(int width, int height) {
    RigidTransform view =
        RigidTransform.lookAt(new double[] {0, 0, -4}, new double[3], new double[] {0, -1, 0});
    return Camera.centred(width, height, width, view);
  }

  /**
   * A camera on a circle of radius 4 around the origin, half a unit above it (y is down), that
   * looks at the origin; its principal point lies off the middle.
   *
   * @param angle radians around the y axis; 0 is in front, at −z
   */
  public static Camera orbitCamera(int width, int height, double angle) {
    double[] eye = {4 * Math.sin(angle), -0.5, -4 * Math.cos(angle)};
    RigidTransform view = RigidTransform.lookAt(eye, new double[3], new double[] {0, -1, 0});
    double cx = width / 2.0 + 1.25;
    double cy = height / 2.0 - 0.75;
    return new Camera(width, height, width, width * 1.02, cx, cy, view);
  }

  private static float between(SplittableRandom random, double from, double to) {
    return (float) random.nextDouble(from, to);
  }
}
