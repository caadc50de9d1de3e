package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.testing.TinyScenes;

/** A scene of Gaussians as real files have them now and then, among ordinary ones. */
public final class AwkwardScene {
  private static final float[] ORANGE = {0.9f, 0.5f, 0.1f};

  private AwkwardScene() {}

  /** The scene, the caller's to close. */
  public static GaussianScene create() {
    GaussianScene scene = TinyScenes.random(60, 3, 2);
    int next = 0;
    // Behind every camera of the circle, or in the plane of one.
    round(scene, next++, new double[] {0, 0, -9}, 0.3, 2);
    round(scene, next++, new double[] {0.4, 0, -3.81}, 0.05, 2);
    round(scene, next++, new double[] {30, -0.5, -3.7}, 3, 2);
    // At the border of the image and around all of it.
    round(scene, next++, new double[] {2.1, 0, 0}, 0.3, 2);
    round(scene, next++, new double[] {0, 0, 1}, 50, -1);
    round(scene, next++, new double[] {0, 0, 3}, 1e4, 5);
    // A point, one without any extent at all, needles and plates.
    round(scene, next++, new double[] {0.1, 0.2, 0}, 1e-9, 4);
    stretched(scene, next++, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, -1);
    stretched(scene, next++, 3, -12, -12);
    stretched(scene, next++, 1, 1, -14);
    stretched(scene, next++, 5, -9, 2);
    // Opaque, and too transparent to be seen.
    round(scene, next++, new double[] {-0.3, 0.3, 0.5}, 0.2, 40);
    round(scene, next++, new double[] {-0.3, 0.3, -0.5}, 0.2, -5.6);
    round(scene, next++, new double[] {-0.3, 0.3, -0.5}, 0.2, -100);
    // What must never reach a picture.
    round(scene, next, new double[] {0, 0, 0}, 0.2, 1);
    scene.set(scene.positions(), 0, next++, Float.NaN);
    round(scene, next, new double[] {0, 0, 0}, 0.2, 1);
    scene.set(scene.rotations(), 0, next++, 0);
    round(scene, next, new double[] {0, 0, 0}, 0.2, 1);
    scene.set(scene.logScales(), 1, next++, Float.POSITIVE_INFINITY);
    round(scene, next, new double[] {0, 0, 0}, 0.2, 1);
    scene.set(scene.opacityLogits(), 0, next, Float.NaN);
    return scene;
  }

  private static void round(
      GaussianScene scene, int i, double[] centre, double deviation, double opacityLogit) {
    TinyScenes.setRound(scene, i, centre, deviation, opacityLogit, ORANGE);
  }

  private static void stretched(GaussianScene scene, int i, float x, float y, float z) {
    scene.set(scene.logScales(), 0, i, x);
    scene.set(scene.logScales(), 1, i, y);
    scene.set(scene.logScales(), 2, i, z);
  }
}
