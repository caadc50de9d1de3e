package org.clickgaussian.splat;

import org.clickgaussian.scene.Camera;

/** Splats one scene. May be used from several threads. */
public interface Rasterizer extends AutoCloseable {
  /** Projects and sorts the Gaussians for a camera; everything visible follows from the result. */
  SplattedView splat(Camera camera);

  @Override
  void close();
}
