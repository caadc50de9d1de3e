package org.clickgaussian.viewport;

import org.clickgaussian.document.Combination;
import org.clickgaussian.viewport.frame.GaussianQuantity;

/** What a person wants of the histogram. */
public sealed interface HistogramIntent {
  /** Another quantity; its whole range. */
  record Show(GaussianQuantity quantity) implements HistogramIntent {}

  /** Bars as tall as the logarithm of their counts, or as the counts. */
  record LogarithmicCounts(boolean wanted) implements HistogramIntent {}

  /** From now on a change of the range selects; how what it selects joins the selection. */
  record Begin(Combination combination) implements HistogramIntent {}

  /**
   * Another range.
   *
   * @param from place of its lower end in the histogram, 0 to 1
   * @param to place of its upper end, 0 to 1
   */
  record Range(double from, double to) implements HistogramIntent {}

  /** The range is as it should be; the next change is a step of its own. */
  record End() implements HistogramIntent {}

  /** What the histogram counts may have changed: the camera, the level, what is deleted. */
  record Refresh() implements HistogramIntent {}
}
