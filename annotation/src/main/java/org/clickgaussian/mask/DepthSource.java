package org.clickgaussian.mask;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;

/** The depth of a scene as cameras see it. */
@FunctionalInterface
public interface DepthSource {
  /** A pixel counts as covered from this alpha on. */
  float COVERED = 0.5f;

  /**
   * Renders the depth for a camera.
   *
   * @return float[height · width], row by row: z = Σ w z / Σ w of each pixel, 0 where alpha is less
   *     than one half
   */
  float[] depths(Camera camera);

  /** Depth that is splatted. */
  static DepthSource of(Rasterizer rasterizer) {
    return camera -> {
      try (SplattedView splatted = rasterizer.splat(camera)) {
        Frame frame = splatted.frame(new float[3]);
        float[] depths = new float[frame.alpha().length];
        for (int p = 0; p < depths.length; p++) {
          boolean covered = frame.alpha()[p] >= COVERED;
          depths[p] = covered ? frame.depth()[p] / frame.alpha()[p] : 0;
        }
        return depths;
      }
    };
  }
}
