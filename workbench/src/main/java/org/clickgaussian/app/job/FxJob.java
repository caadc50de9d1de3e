package org.clickgaussian.app.job;

import java.util.function.Consumer;
import javafx.concurrent.Task;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TaskExecutor.FailureHandler;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.task.TimeLeft;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/**
 * A job as JavaFX's task. Unlike JavaFX's own cancelling, ours only asks: the task stays in the
 * list until the job has put away what it was at, and its thread is never interrupted, because that
 * would close files under it.
 *
 * @param <T> what the job yields
 */
final class FxJob<T> extends Task<Void> {
  private BackgroundJob<T> job;
  private Consumer<? super T> done;
  private T result;
  private final FailureHandler failures;
  private final Texts texts;
  private volatile boolean cancelRequested;
  private volatile boolean delivered;

  FxJob(
      String title,
      BackgroundJob<T> job,
      Consumer<? super T> done,
      FailureHandler failures,
      Texts texts) {
    this.job = job;
    this.done = done;
    this.failures = failures;
    this.texts = texts;
    updateTitle(title);
    updateMessage(texts.get("task.waiting"));
  }

  @Override
  protected Void call() throws Exception {
    TimeLeft timeLeft = new TimeLeft();
    Progress progress =
        (fraction, message) -> {
          if (cancelRequested) {
            throw new CancelledException(texts.get("task.cancelled"));
          }
          String left = timeLeft.at(System.nanoTime() * 1e-9, fraction);
          updateProgress(Double.isNaN(fraction) ? -1 : Math.clamp(fraction, 0, 1), 1);
          updateMessage(left.isEmpty() ? message : message + " · " + left);
        };
    try {
      result = job.run(progress);
    } catch (CancelledException e) {
      super.cancel(false);
    }
    return null;
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    cancelRequested = true;
    updateMessage(texts.get("task.cancelling"));
    return true;
  }

  @Override
  protected void succeeded() {
    try {
      if (!cancelRequested) {
        done.accept(result);
      } else if (result instanceof AutoCloseable unwanted) {
        close(unwanted);
      }
    } catch (RuntimeException | Error e) {
      failures.failed(getTitle(), e);
    } finally {
      end();
    }
  }

  /** Cells of the task list hold on to old jobs; those must not hold on to scenes. */
  private void end() {
    job = null;
    done = null;
    result = null;
    delivered = true;
  }

  /** What a cancelled job made all the same belongs to nobody. */
  private void close(AutoCloseable unwanted) {
    try {
      unwanted.close();
    } catch (Exception e) {
      failures.failed(getTitle(), e);
    }
  }

  @Override
  protected void failed() {
    try {
      failures.failed(getTitle(), getException());
    } finally {
      end();
    }
  }

  @Override
  protected void cancelled() {
    end();
  }

  /** The handle on this job. */
  TaskHandle handle() {
    return new TaskHandle() {
      @Override
      public void cancel() {
        FxJob.this.cancel(false);
      }

      @Override
      public boolean isDone() {
        return delivered;
      }
    };
  }
}
