package org.clickgaussian.app.start;

import java.util.List;

/**
 * The window's pulses beside a training.
 *
 * @param pulses how many were measured while someone worked
 * @param percentile95 milliseconds within which 95% of them came after the one before
 * @param withinShare the share that came within 33 ms
 * @param longest milliseconds
 * @param alone iterations a second of each round with the window at rest
 * @param live the same with the state of the training shown in the viewport
 * @param working the same while the camera was moved
 */
public record PulseReport(
    int pulses,
    double percentile95,
    double withinShare,
    double longest,
    List<Double> alone,
    List<Double> live,
    List<Double> working) {
  /** Milliseconds that a pulse may take. */
  public static final double LIMIT = 33;

  /** The median of the rounds. */
  public static double median(List<Double> rates) {
    List<Double> sorted = rates.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }
}
