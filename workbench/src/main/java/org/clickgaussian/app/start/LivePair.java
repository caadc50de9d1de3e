package org.clickgaussian.app.start;

import java.util.List;

/**
 * Two turns of a training, one right after the other.
 *
 * @param alone iterations a second with the window at rest
 * @param live the same with the state of the training shown in the viewport
 */
public record LivePair(double alone, double live) {
  /** The share of its speed that the training kept while it was shown. */
  public double ratio() {
    return live / alone;
  }

  /** The ratios of pairs, the smallest first. */
  public static List<Double> ratios(List<LivePair> pairs) {
    return pairs.stream().map(LivePair::ratio).sorted().toList();
  }
}
