package org.clickgaussian.document.region;

/** How deep a region of the screen reaches into the scene. */
public enum Reach {
  /** All Gaussians whose centre falls inside, however far behind. */
  THROUGH,
  /** Those that make up what is seen inside. */
  FRONT
}
