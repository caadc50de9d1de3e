package org.clickgaussian.splat;

import java.util.BitSet;

/** A rasteriser of a scene that is being edited. */
public interface SceneRasterizer extends Rasterizer {
  /**
   * Leaves some Gaussians out of views made from now on; all others are in them again. Not while a
   * view is being made.
   *
   * @param gaussians bits by index in the scene
   */
  void hide(BitSet gaussians);

  /**
   * Takes over what changed about some Gaussians of the scene: position, scale, rotation, opacity,
   * colour. Not while a view is being made; views made before keep what they saw, apart from
   * colours that nobody asked for yet.
   *
   * @param gaussians indices of those that changed
   */
  void refresh(int[] gaussians);

  /** What it computes on, for a status bar, such as "CPU, 2 threads". */
  String device();
}
