package org.clickgaussian.viewport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.SameThreadExecutor;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.task.TaskHandle;

/**
 * Tasks for tests without a window: jobs run at once, and what threads of their own hand over to
 * the window's thread waits until the test, which is that thread, takes it.
 */
public final class QueuedTasks implements TaskExecutor {
  private static final long MOST_SECONDS = 20;

  /** What jobs threw. */
  public final List<Throwable> failures = new ArrayList<>();

  private final SameThreadExecutor jobs =
      new SameThreadExecutor((title, failure) -> failures.add(failure));
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  @Override
  public <T> TaskHandle submit(String title, BackgroundJob<T> job, Consumer<? super T> done) {
    return jobs.submit(title, job, done);
  }

  @Override
  public void onWindowThread(Runnable action) {
    waiting.add(action);
  }

  /** Does what is handed over until something holds. */
  public void until(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come about");
      }
      try {
        Runnable next = waiting.poll(10, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    jobs.close();
  }
}
