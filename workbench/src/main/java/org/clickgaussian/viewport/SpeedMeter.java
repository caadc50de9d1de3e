package org.clickgaussian.viewport;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts frames: how long they take and how many come in a second. */
final class SpeedMeter {
  private static final int KEPT = 30;
  private static final double SECOND = 1e9;

  /** Frames further apart than this were not wanted any sooner. */
  private static final double PAUSE_SECONDS = 0.5;

  private final Deque<Long> arrivals = new ArrayDeque<>();
  private double milliseconds;

  /** A frame came. */
  void arrived(double took, long nanoTime) {
    milliseconds = took;
    if (!arrivals.isEmpty() && nanoTime - arrivals.getLast() > PAUSE_SECONDS * SECOND) {
      arrivals.clear();
    }
    arrivals.addLast(nanoTime);
    if (arrivals.size() > KEPT) {
      arrivals.removeFirst();
    }
  }

  /** How long the last frame took. */
  double milliseconds() {
    return milliseconds;
  }

  /** Frames a second while they come without a pause; 0 where there were not two yet. */
  double framesPerSecond() {
    if (arrivals.size() < 2) {
      return 0;
    }
    double seconds = (arrivals.getLast() - arrivals.getFirst()) / SECOND;
    return seconds > 0 ? (arrivals.size() - 1) / seconds : 0;
  }
}
