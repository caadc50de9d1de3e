package org.clickgaussian.viewport.frame;

import java.util.Locale;

/** A number that every Gaussian has, for histograms. */
public enum GaussianQuantity {
  /** Opacity, 0 to 1. */
  OPACITY(false, false),
  /** Standard deviation along the longest axis, in world units. */
  SIZE(true, false),
  /** Distance from the camera to the centre, in world units. */
  DISTANCE(true, false),
  /** Cosine similarity of the feature with the candidate of its own cluster, −1 to 1. */
  COSINE(false, true);

  private final boolean logarithmic;
  private final boolean needsRun;

  GaussianQuantity(boolean logarithmic, boolean needsRun) {
    this.logarithmic = logarithmic;
    this.needsRun = needsRun;
  }

  /** Whether its values differ by factors, so that bins are best spaced by their logarithm. */
  public boolean logarithmic() {
    return logarithmic;
  }

  /** Whether it was learnt by a run. */
  public boolean needsRun() {
    return needsRun;
  }

  /** Name in files and resource bundles, such as "opacity". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
