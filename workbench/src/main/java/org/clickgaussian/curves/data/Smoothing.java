package org.clickgaussian.curves.data;

/**
 * Exponential smoothing without bias, as TensorBoard draws it. With weight w, s_0 = 0 and the
 * finite numbers y_1, y_2, …:
 *
 * <pre>s_n = w s_(n-1) + (1 - w) y_n,    smoothed_n = s_n / (1 - w^n)</pre>
 *
 * so that the first number is kept as it is and not drawn towards 0. A number that is not finite
 * stays a gap and does not count. Follows its column as that grows.
 */
public final class Smoothing {
  private final DoubleColumn source;
  private final double weight;
  private final DoubleColumn smoothed = new DoubleColumn();
  private double sum;

  /** w^n after n finite numbers. */
  private double remainder = 1;

  /**
   * Smoothing of a column.
   *
   * @param weight w, from 0 (nothing) to below 1
   */
  public Smoothing(DoubleColumn source, double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("smoothing of " + weight + "; from 0 to below 1");
    }
    this.source = source;
    this.weight = weight;
  }

  /** The weight w. */
  public double weight() {
    return weight;
  }

  /** The smoothed numbers, one for each of the column now. */
  public DoubleColumn follow() {
    for (int i = smoothed.size(); i < source.size(); i++) {
      double value = source.get(i);
      if (Double.isFinite(value)) {
        sum = weight * sum + (1 - weight) * value;
        remainder *= weight;
        smoothed.add(sum / (1 - remainder));
      } else {
        smoothed.add(Double.NaN);
      }
    }
    return smoothed;
  }
}
