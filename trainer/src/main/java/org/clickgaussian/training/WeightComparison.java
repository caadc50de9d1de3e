package org.clickgaussian.training;

import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.splat.BlendWeights;

/**
 * How the blend weights of some pixels drawn by a device differ from the processor's. Where
 * rounding puts a Gaussian on the other side of a threshold (α of 1/255, transmittance of 1e-4,
 * border of a tile), a pixel is blended from other Gaussians: such pixels are counted, and may be
 * one in a thousand, and one more among few. In the others weights may differ by 1/1000.
 *
 * @param pixels how many pixels were compared
 * @param flipped how many are blended from other Gaussians
 * @param difference the largest difference of two weights in the others
 */
record WeightComparison(int pixels, int flipped, double difference) {
  private static final double TOLERANCE = 1e-3;
  private static final int RARE = 1000;

  /**
   * Compares row by row.
   *
   * @param expected the processor's
   * @param actual the device's
   */
  static WeightComparison of(BlendWeights expected, BlendWeights actual) {
    int flipped = 0;
    double largest = 0;
    for (int row = 0; row < expected.rows(); row++) {
      double difference = difference(expected, actual, row);
      flipped += difference < 0 ? 1 : 0;
      largest = Math.max(largest, difference);
    }
    return new WeightComparison(expected.rows(), flipped, largest);
  }

  /** −1 where the rows are of different Gaussians. */
  private static double difference(BlendWeights expected, BlendWeights actual, int row) {
    long first = expected.rowStart(row);
    long other = actual.rowStart(row) - first;
    long end = expected.rowStart(row + 1);
    if (actual.rowStart(row + 1) != end + other) {
      return -1;
    }
    double largest = 0;
    for (long e = first; e < end; e++) {
      if (expected.gaussian(e) != actual.gaussian(e + other)) {
        return -1;
      }
      double difference = Math.abs((double) expected.weight(e) - actual.weight(e + other));
      largest = Math.max(largest, Double.isNaN(difference) ? Double.MAX_VALUE : difference);
    }
    return largest;
  }

  /** What differs by more than rounding explains; empty where nothing does. */
  Optional<String> failure() {
    if (flipped > pixels / RARE + 1) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%,d of %,d pixels are blended from other Gaussians", flipped, pixels));
    }
    return difference <= TOLERANCE
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "blend weights by %.2g", difference));
  }

  /** The differences in words. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "blend weights of %,d pixels within %.2g, %d of other Gaussians",
        pixels,
        difference,
        flipped);
  }
}
