package org.clickgaussian.task;

import java.util.function.Consumer;

/**
 * Runs long jobs beside the window and brings their results back to the window's thread.
 *
 * <p>One implementation shows the jobs in the task list of the window; {@link SameThreadExecutor}
 * runs them at once, for tests of controllers. What fails goes to the {@link FailureHandler} that
 * the executor was made with; a cancelled job ends silently.
 */
public interface TaskExecutor extends AutoCloseable {

  /** Takes what went wrong in a job; called on the window's thread. */
  @FunctionalInterface
  interface FailureHandler {
    /**
     * A job failed.
     *
     * @param title of the job, as shown in the task list
     * @param failure what it threw
     */
    void failed(String title, Throwable failure);
  }

  /**
   * Starts a job.
   *
   * @param title for the task list, such as "Opening garden"
   * @param job the work; runs on another thread
   * @param done takes the result, on the window's thread
   */
  <T> TaskHandle submit(String title, BackgroundJob<T> job, Consumer<? super T> done);

  /** Runs something on the window's thread, soon; at once where this is that thread. */
  void onWindowThread(Runnable action);

  /** Cancels what is running and waits for its end. */
  @Override
  void close();
}
