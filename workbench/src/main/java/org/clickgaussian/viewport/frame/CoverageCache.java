package org.clickgaussian.viewport.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.splat.SplattedView;

/**
 * How much sets of Gaussians cover of each pixel of one view, Σ_{i in set} w_i. Of the last sets it
 * is kept; that of a new set is made from that of the set before, where they differ.
 */
final class CoverageCache {
  /** Sets whose coverage is kept: so many, but no more than fit into some memory. */
  private static final int MOST_KEPT = 16;

  private static final int LEAST_KEPT = 3;
  private static final long BYTES = 64L << 20;

  private final SplattedView view;
  private final int pixels;
  private final Map<GaussianSet, float[]> kept =
      new LinkedHashMap<>(2 * MOST_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<GaussianSet, float[]> eldest) {
          return size() > Math.clamp(BYTES / (4L * pixels), LEAST_KEPT, MOST_KEPT);
        }
      };

  CoverageCache(SplattedView view) {
    this.view = view;
    this.pixels = Math.multiplyExact(view.camera().width(), view.camera().height());
  }

  /**
   * The coverage of a set.
   *
   * @param before a set that is likely to differ little, such as the selection so far
   * @return float[pixels]; null for the empty set; do not change
   */
  float[] of(GaussianSet set, GaussianSet before) {
    if (set.isEmpty()) {
      return null;
    }
    float[] known = kept.get(set);
    if (known == null) {
      known = blended(set, before);
      kept.put(set, known);
    }
    return known;
  }

  private float[] blended(GaussianSet set, GaussianSet before) {
    float[] start = before.isEmpty() ? null : kept.get(before);
    GaussianSet changed = start == null ? set : set.differing(before);
    if (start == null || changed.size() >= set.size()) {
      float[] coverage = new float[pixels];
      view.updateCoverage(set.bits(), set.bits(), coverage);
      return coverage;
    }
    float[] coverage = start.clone();
    view.updateCoverage(set.bits(), changed.bits(), coverage);
    return coverage;
  }
}
