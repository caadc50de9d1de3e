package org.clickgaussian.features;

import java.util.Locale;

/** What the colours of the points say. */
public enum Colouring {
  /** The cluster, in the colours of the scene. */
  CLUSTERS,
  /** The principal components, as the scene's feature maps show them. */
  COMPONENTS,
  /** The true label, from annotated masks. */
  LABELS;

  /** The name in texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
