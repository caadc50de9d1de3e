package org.clickgaussian.document;

/**
 * A change of the Gaussians themselves. A scene with changes is the scene as read with each change
 * applied in order.
 */
public sealed interface SceneChange {
  /** The Gaussians that are changed, by index before this change. */
  GaussianSet gaussians();

  /**
   * Moves, turns and scales Gaussians about the origin of the world: x → s R x + t, covariances and
   * harmonics follow.
   */
  record Move(GaussianSet gaussians, Similarity similarity) implements SceneChange {}

  /**
   * Copies Gaussians; the copies get the indices from the number of Gaussians before the change on,
   * in ascending order of their originals, and are moved.
   */
  record Duplicate(GaussianSet gaussians, Similarity similarity) implements SceneChange {}

  /**
   * Blends the colour of Gaussians with another: constant colour and harmonics are scaled by 1 −
   * strength, and strength times the colour is added to the constant one.
   *
   * @param red 0 to 1
   * @param green 0 to 1
   * @param blue 0 to 1
   * @param strength 0 leaves the colour, 1 replaces it
   */
  record Recolour(GaussianSet gaussians, double red, double green, double blue, double strength)
      implements SceneChange {}
}
