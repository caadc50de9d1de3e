package org.clickgaussian.viewport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.work.CancelledException;

/** Jobs on a thread beside the window of a test; failures are kept. */
public final class WindowTasks implements TaskExecutor {
  /** What jobs threw. */
  public final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  /** A job and whether it should stop. */
  private static final class Handle implements TaskHandle {
    private volatile boolean cancelled;
    private volatile boolean done;

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean isDone() {
      return done;
    }
  }

  @Override
  public <T> TaskHandle submit(String title, BackgroundJob<T> job, Consumer<? super T> done) {
    Handle handle = new Handle();
    thread.execute(() -> run(job, done, handle));
    return handle;
  }

  private <T> void run(BackgroundJob<T> job, Consumer<? super T> done, Handle handle) {
    try {
      T result =
          job.run(
              (fraction, message) -> {
                if (handle.cancelled) {
                  throw new CancelledException("cancelled");
                }
              });
      Platform.runLater(() -> done.accept(result));
    } catch (CancelledException e) {
      handle.done = true;
    } catch (Exception | Error e) {
      failures.add(e);
    }
    handle.done = true;
  }

  @Override
  public void onWindowThread(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
