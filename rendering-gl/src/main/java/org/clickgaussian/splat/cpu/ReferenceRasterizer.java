package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.Rasterizer;

/**
 * The definition of splatting that the fast rasterisers are compared with: double precision, one
 * thread, one pixel after another, no shortcuts. Slow.
 *
 * <p>Only the order of Gaussians is not double: depths are compared as floats, ties by index, so
 * that the order is the same everywhere.
 */
public final class ReferenceRasterizer implements Rasterizer {
  private final GaussianScene scene;

  /** A rasteriser of a scene, which stays the caller's to close. */
  public ReferenceRasterizer(GaussianScene scene) {
    this.scene = scene;
  }

  @Override
  public ReferenceView splat(Camera camera) {
    return new ReferenceView(scene, camera);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
