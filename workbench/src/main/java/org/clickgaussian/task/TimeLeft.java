package org.clickgaussian.task;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long a job still takes, should it go on as fast as it did lately. What came before counts no
 * more: many a job begins with something quick or slow, and one that is resumed begins far on. Safe
 * to use from any thread.
 */
public final class TimeLeft {
  /** How far back the pace is looked for, where there are steps enough. */
  private static final double WINDOW_SECONDS = 15;

  /** Steps that are looked at however long ago they were. */
  private static final int FEWEST_STEPS = 4;

  /** Between the first two steps of a job lies no pace worth telling. */
  private static final double LEAST_SECONDS = 1;

  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(double seconds, double fraction) {}

  /**
   * Takes note of how far the job is.
   *
   * @param seconds on a clock of the caller's
   * @param fraction done, 0 to 1, taken for the nearer end beyond it; NaN where it is not known
   * @return the time left in words, such as "2 min 05 s left"; empty where it cannot be told
   */
  public synchronized String at(double seconds, double fraction) {
    return told(seconds, Math.clamp(fraction, 0, 1));
  }

  private String told(double seconds, double fraction) {
    if (Double.isNaN(fraction) || !steps.isEmpty() && fraction < steps.getLast().fraction()) {
      steps.clear();
    }
    if (Double.isNaN(fraction)) {
      return "";
    }
    if (steps.isEmpty() || fraction > steps.getLast().fraction()) {
      steps.addLast(new Step(seconds, fraction));
    }
    while (steps.size() > FEWEST_STEPS && secondStep().seconds() < seconds - WINDOW_SECONDS) {
      steps.removeFirst();
    }
    return left(seconds);
  }

  private Step secondStep() {
    return steps.stream().skip(1).findFirst().orElseThrow();
  }

  private String left(double now) {
    Step first = steps.getFirst();
    Step last = steps.getLast();
    double span = last.seconds() - first.seconds();
    if (span < LEAST_SECONDS) {
      return "";
    }
    double seconds = span * (1 - last.fraction()) / (last.fraction() - first.fraction());
    double since = now - last.seconds();
    return Durations.words(Math.max(0, seconds - since)) + " left";
  }
}
