package org.clickgaussian.task;

/** A job that was handed to a {@link TaskExecutor}. */
public interface TaskHandle {
  /** Asks the job to stop; its result, should there be one, is dropped. */
  void cancel();

  /** Whether the job has ended, in whatever way, and its answer has been delivered. */
  boolean isDone();
}
