package org.clickgaussian.viewport.frame;

import java.util.Locale;

/** Ways to show a scene. */
public enum ViewportMode {
  /** As a photo would show it. */
  COLOUR,
  /** Distance, as a colour map. */
  DEPTH,
  /** How much of each pixel is covered. */
  ALPHA,
  /** Principal components of the coarse features. */
  PCA_COARSE(true),
  /** Principal components of the fine features. */
  PCA_FINE(true),
  /** The coarse cluster of every pixel. */
  CLUSTERS_COARSE(true),
  /** The fine cluster of every pixel. */
  CLUSTERS_FINE(true),
  /** Cosine similarity of every pixel to the point under the pointer, at the chosen level. */
  COSINE(true),
  /** The segments of the training view's masks at the chosen level. */
  MASKS,
  /** Where the rendered clusters and the view's masks disagree, at the chosen level. */
  DISAGREEMENT(true);

  private final boolean needsRun;

  ViewportMode() {
    this(false);
  }

  ViewportMode(boolean needsRun) {
    this.needsRun = needsRun;
  }

  /** Whether it shows something that was learnt. */
  public boolean needsRun() {
    return needsRun;
  }

  /** Whether it shows something of a training view, so that the camera must stand at one. */
  public boolean needsView() {
    return this == MASKS || this == DISAGREEMENT;
  }

  /** Whether whole features are blended for every pixel, which takes much memory. */
  boolean needsFeatures() {
    return this == CLUSTERS_COARSE
        || this == CLUSTERS_FINE
        || this == COSINE
        || this == DISAGREEMENT;
  }

  /** Name in files and resource bundles, such as "pca-coarse". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
