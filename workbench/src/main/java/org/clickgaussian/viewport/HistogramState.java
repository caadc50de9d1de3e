package org.clickgaussian.viewport;

import java.util.Optional;
import org.clickgaussian.viewport.frame.GaussianQuantity;
import org.clickgaussian.viewport.frame.Histogram;

/**
 * What the histogram panel shows. Immutable.
 *
 * @param quantity what is counted
 * @param histogram its histogram; empty without a scene or until it is counted
 * @param total the number of Gaussians that it counts
 * @param logarithmic whether bars are as tall as the logarithm of their counts
 * @param from place of the lower end of the range in the histogram, 0 to 1
 * @param to place of the upper end of the range, 0 to 1
 * @param inRange the number of Gaussians in the range
 * @param hint why there is no histogram; empty if there is one
 */
public record HistogramState(
    GaussianQuantity quantity,
    Optional<Histogram> histogram,
    int total,
    boolean logarithmic,
    double from,
    double to,
    int inRange,
    String hint) {

  HistogramState withQuantity(GaussianQuantity other) {
    return new HistogramState(other, Optional.empty(), 0, logarithmic, 0, 1, 0, "");
  }

  HistogramState withLogarithmic(boolean wanted) {
    return new HistogramState(quantity, histogram, total, wanted, from, to, inRange, hint);
  }

  HistogramState withRange(double lower, double upper) {
    return new HistogramState(quantity, histogram, total, logarithmic, lower, upper, inRange, hint);
  }

  HistogramState withCounts(Histogram counted, int all, int within) {
    return new HistogramState(
        quantity, Optional.of(counted), all, logarithmic, from, to, within, "");
  }

  HistogramState withHint(String words) {
    return new HistogramState(quantity, Optional.empty(), 0, logarithmic, from, to, 0, words);
  }
}
