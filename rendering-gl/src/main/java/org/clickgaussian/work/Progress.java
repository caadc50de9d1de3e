package org.clickgaussian.work;

/**
 * Where a long job tells how far it is, and learns that it should stop.
 *
 * <p>Implementations are safe to call from any thread.
 */
@FunctionalInterface
public interface Progress {
  /** Reports to nobody and never cancels. */
  Progress NONE = (fraction, message) -> {};

  /**
   * Reports the state of the job.
   *
   * @param fraction done so far, from 0 to 1; NaN where it cannot be known
   * @param message what is being done now, for a person, such as "rendering view 12 of 60"
   * @throws CancelledException if the job should stop here
   */
  void update(double fraction, String message);

  /**
   * A progress for one part of this job.
   *
   * @param from where the part begins in the whole, from 0 to 1
   * @param to where the part ends in the whole, from 0 to 1
   */
  default Progress part(double from, double to) {
    return (fraction, message) -> update(from + (to - from) * fraction, message);
  }
}
