package org.clickgaussian.app.job;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.concurrent.Worker;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.text.Texts;

/** Runs jobs on threads beside JavaFX's and keeps a list of those that run. */
public final class FxTaskExecutor implements TaskExecutor {
  private static final long CLOSING_SECONDS = 20;
  private static final Set<Worker.State> ENDED =
      EnumSet.of(Worker.State.SUCCEEDED, Worker.State.FAILED, Worker.State.CANCELLED);

  private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
  private final ObservableList<Task<?>> shown = FXCollections.unmodifiableObservableList(running);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("task-", 1).factory());
  private final FailureHandler failures;
  private final Texts texts = Texts.of("app");

  /** An executor that tells failures to {@code failures}, on JavaFX's thread. */
  public FxTaskExecutor(FailureHandler failures) {
    this.failures = failures;
  }

  /** The jobs that wait or run, the latest last; changes on JavaFX's thread. */
  public ObservableList<Task<?>> running() {
    return shown;
  }

  @Override
  public <T> TaskHandle submit(String title, BackgroundJob<T> job, Consumer<? super T> done) {
    FxJob<T> task = new FxJob<>(title, job, done, failures, texts);
    onWindowThread(
        () -> {
          running.add(task);
          task.stateProperty()
              .addListener(
                  (state, before, now) -> {
                    if (ENDED.contains(now)) {
                      running.remove(task);
                    }
                  });
          threads.execute(task);
        });
    return task.handle();
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
    List.copyOf(running).forEach(Task::cancel);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
