package org.clickgaussian.task;

import org.clickgaussian.work.Progress;

/**
 * Work that takes long enough to run beside the window.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface BackgroundJob<T> {
  /**
   * Does the work, on a thread that is not the window's.
   *
   * @param progress to report to; throws {@link org.clickgaussian.work.CancelledException} where
   *     the job should stop
   * @throws Exception whatever goes wrong; it is shown to the person
   */
  T run(Progress progress) throws Exception;
}
