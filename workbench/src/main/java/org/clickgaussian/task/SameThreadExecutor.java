package org.clickgaussian.task;

import java.util.function.Consumer;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/** Runs every job at once on the caller's thread: the twin of the window's executor for tests. */
public final class SameThreadExecutor implements TaskExecutor {
  private static final TaskHandle ENDED =
      new TaskHandle() {
        @Override
        public void cancel() {
          // Nothing is left to cancel: the job ran inside submit.
        }

        @Override
        public boolean isDone() {
          return true;
        }
      };

  private final FailureHandler failures;

  /** An executor that tells failures to {@code failures}. */
  public SameThreadExecutor(FailureHandler failures) {
    this.failures = failures;
  }

  @Override
  public <T> TaskHandle submit(String title, BackgroundJob<T> job, Consumer<? super T> done) {
    T result;
    try {
      result = job.run(Progress.NONE);
    } catch (CancelledException e) {
      return ENDED;
    } catch (Exception | Error e) {
      failures.failed(title, e);
      return ENDED;
    }
    done.accept(result);
    return ENDED;
  }

  @Override
  public void onWindowThread(Runnable action) {
    action.run();
  }

  @Override
  public void close() {
    // No threads to end.
  }
}
