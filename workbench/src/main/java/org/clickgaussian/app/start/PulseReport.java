package org.clickgaussian.app.start;

import java.util.List;

/**
 * The window beside a training.
 *
 * @param pulses while the camera was moved beside the training
 * @param paused while the camera was moved and the training was paused, to compare with
 * @param pairs turns of the training alone and shown live, in the order in which they were measured
 * @param steady whether the training had come to a steady speed before they began
 * @param working iterations a second of each round while the camera was moved
 */
public record PulseReport(
    Pulses pulses, Pulses paused, List<LivePair> pairs, boolean steady, List<Double> working) {
  /** Milliseconds that a pulse may take. */
  public static final double LIMIT = 33;

  /**
   * How pulses came.
   *
   * @param count how many were measured
   * @param percentile95 milliseconds within which 95% of them came after the one before
   * @param withinShare the share that came within 33 ms
   * @param longest milliseconds
   */
  public record Pulses(int count, double percentile95, double withinShare, double longest) {
    /** Of the milliseconds between pulses. */
    public static Pulses of(List<Double> intervals) {
      double[] sorted = intervals.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int n = sorted.length;
      if (n == 0) {
        return new Pulses(0, Double.NaN, Double.NaN, Double.NaN);
      }
      long within = intervals.stream().filter(each -> each <= LIMIT).count();
      return new Pulses(
          n, sorted[(int) Math.ceil(0.95 * n) - 1], within / (double) n, sorted[n - 1]);
    }
  }

  /** The median; of an even number, the mean of the two in the middle. NaN of none. */
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
