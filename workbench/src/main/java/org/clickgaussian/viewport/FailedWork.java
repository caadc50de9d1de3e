package org.clickgaussian.viewport;

import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.work.Progress;

/**
 * Work of threads beside the window's that went wrong, as a job that fails: so the person is told
 * as of every other job.
 *
 * @param failure what was thrown
 */
public record FailedWork(Throwable failure) implements BackgroundJob<Void> {

  /** Tells of a failure. */
  public static void report(TaskExecutor tasks, String title, Throwable failure) {
    tasks.submit(title, new FailedWork(failure), nothing -> {});
  }

  @Override
  public Void run(Progress progress) throws Exception {
    if (failure instanceof Exception exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(failure);
  }
}
