package org.clickgaussian.samples;

/**
 * How often a segment of a view suffers each fault of automatic segmentation. Every segment draws
 * for every fault by itself, so one segment may suffer several.
 *
 * @param merge that it becomes one segment with another that touches it
 * @param split that it falls into two
 * @param drop that it is not found at all
 * @param displace that its border lies 2 to 6 pixels off
 */
public record FaultRates(double merge, double split, double drop, double displace) {
  /** Checks that they are probabilities. */
  public FaultRates {
    for (double rate : new double[] {merge, split, drop, displace}) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("no probability: " + rate);
      }
    }
  }

  /** The same probability r for each fault. */
  public static FaultRates all(double r) {
    return new FaultRates(r, r, r, r);
  }
}
