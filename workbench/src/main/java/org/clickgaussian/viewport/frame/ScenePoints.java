package org.clickgaussian.viewport.frame;

import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView;

/** What lies under single pixels of a view. */
final class ScenePoints {
  private final SceneDocument document;

  ScenePoints(SceneDocument document) {
    this.document = document;
  }

  /**
   * What lies under a pixel; inside {@link SceneDocument#reading}.
   *
   * @param asked the camera whose pixel it is; stands where the view's does but may have a finer
   *     image
   * @param run answers what the clusters are; null if there is none
   * @param origins for each Gaussian the one it was copied from, or itself
   */
  PointUnderPointer at(
      SplattedView view, RunSession run, Camera asked, int x, int y, int[] origins) {
    int column = (int) ((long) x * view.camera().width() / asked.width());
    int row = (int) ((long) y * view.camera().height() / asked.height());
    int pixel = row * view.camera().width() + column;
    try (BlendWeights weights = view.blendWeights(new int[] {pixel})) {
      double alpha = 0;
      int front = -1;
      float through = 1;
      for (long entry = 0; entry < weights.entries(); entry++) {
        float weight = weights.weight(entry);
        alpha += weight;
        if (through > 0.5f && through - weight <= 0.5f) {
          front = weights.gaussian(entry);
        }
        through -= weight;
      }
      double depth = front < 0 ? Double.NaN : depth(asked, front);
      double[] world = front < 0 ? null : world(asked, x, y, depth);
      return new PointUnderPointer(alpha, front, depth, world, match(weights, run, x, y, origins));
    }
  }

  private static Optional<PointMatch> match(
      BlendWeights weights, RunSession run, int x, int y, int[] origins) {
    if (run == null) {
      return Optional.empty();
    }
    // What was learnt is looked up by the Gaussian as it was read: copies share their original's.
    for (long entry = 0; entry < weights.entries(); entry++) {
      int origin = origins[weights.gaussian(entry)];
      weights.gaussians().setAtIndex(ValueLayout.JAVA_INT, entry, origin);
    }
    return Optional.of(run.click().probe(weights, 0, x, y));
  }

  private double depth(Camera camera, int gaussian) {
    GaussianScene scene = document.gaussians();
    return camera.viewMatrix()
        .apply(
            scene.position(gaussian, 0), scene.position(gaussian, 1), scene.position(gaussian, 2))[
        2];
  }

  /** The point at a depth on the ray through a pixel's centre. */
  private static double[] world(Camera camera, int x, int y, double depth) {
    double right = (x + 0.5 - camera.cx()) / camera.fx() * depth;
    double down = (y + 0.5 - camera.cy()) / camera.fy() * depth;
    return camera.viewMatrix().inverse().apply(right, down, depth);
  }
}
