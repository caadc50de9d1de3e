package org.clickgaussian.experiment.compare;

import java.util.Arrays;

/**
 * Mean and deviation of numbers.
 *
 * @param mean NaN where there is no number
 * @param deviation the sample's standard deviation, with n − 1; NaN for fewer than two numbers
 * @param count how many numbers; those that are not finite do not count
 */
public record Spread(double mean, double deviation, int count) {
  /** The spread of no number. */
  public static final Spread NONE = new Spread(Double.NaN, Double.NaN, 0);

  /** The spread of some numbers. */
  public static Spread of(double... numbers) {
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return NONE;
    }
    double mean = Arrays.stream(finite).sum() / finite.length;
    double squares = Arrays.stream(finite).map(x -> (x - mean) * (x - mean)).sum();
    return new Spread(
        mean,
        finite.length < 2 ? Double.NaN : Math.sqrt(squares / (finite.length - 1)),
        finite.length);
  }
}
