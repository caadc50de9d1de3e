package org.clickgaussian.compare;

import java.util.List;
import org.clickgaussian.viewport.frame.ViewportMode;

/** The modes in which runs can be compared. */
final class CompareMode {
  /** In the order in which they are offered. */
  static final List<ViewportMode> ALL =
      List.of(
          ViewportMode.CLUSTERS_COARSE,
          ViewportMode.CLUSTERS_FINE,
          ViewportMode.PCA_COARSE,
          ViewportMode.PCA_FINE,
          ViewportMode.COLOUR);

  private CompareMode() {}
}
