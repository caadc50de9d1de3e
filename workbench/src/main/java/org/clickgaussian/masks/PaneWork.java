package org.clickgaussian.masks;

import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.task.TimeLeft;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Progress;

/** Jobs of the masks pane: told there besides in the list of tasks, one at a time. */
final class PaneWork {
  private static final double SECONDS_BETWEEN_TELLINGS = 0.2;
  private static final Texts TEXTS = Texts.of("masks");

  private final MaskBoard board;
  private final Runnable ended;
  private Optional<TaskHandle> running = Optional.empty();
  private Object token = new Object();

  /**
   * No job.
   *
   * @param ended run when a job has ended in whatever way, on the window's thread
   */
  PaneWork(MaskBoard board, Runnable ended) {
    this.board = board;
    this.ended = ended;
  }

  /** Starts a job. */
  <T> void submit(String title, BackgroundJob<T> job, Consumer<? super T> done) {
    Object mine = new Object();
    token = mine;
    tell(mine, title, Double.NaN, TEXTS.get("work.begins"));
    TaskExecutor tasks = board.context().tasks();
    running =
        Optional.of(
            tasks.submit(
                title,
                progress -> {
                  try {
                    return job.run(told(mine, title, progress));
                  } finally {
                    tasks.onWindowThread(() -> end(mine));
                  }
                },
                done));
  }

  /** Asks the job to stop. */
  void stop() {
    running.ifPresent(TaskHandle::cancel);
    if (!board.state().idle()) {
      tell(
          token,
          board.state().making().work().orElseThrow().title(),
          Double.NaN,
          TEXTS.get("work.stops"));
    }
  }

  /** The pane shows another scene: what runs goes on in the list of tasks alone. */
  void let() {
    token = new Object();
    running = Optional.empty();
  }

  private Progress told(Object mine, String title, Progress progress) {
    TimeLeft timeLeft = new TimeLeft();
    double[] last = {Double.NEGATIVE_INFINITY};
    return (fraction, message) -> {
      progress.update(fraction, message);
      double seconds = System.nanoTime() * 1e-9;
      String left = timeLeft.at(seconds, fraction);
      synchronized (last) {
        if (seconds - last[0] < SECONDS_BETWEEN_TELLINGS) {
          return;
        }
        last[0] = seconds;
      }
      String words = left.isEmpty() ? message : message + " · " + left;
      board.context().tasks().onWindowThread(() -> tell(mine, title, fraction, words));
    };
  }

  private void tell(Object mine, String title, double fraction, String words) {
    if (mine == token) {
      MasksState.Work work = new MasksState.Work(title, fraction, words);
      board.put(state -> state.withMaking(state.making().withWork(Optional.of(work))));
    }
  }

  private void end(Object mine) {
    if (mine == token) {
      token = new Object();
      running = Optional.empty();
      board.put(state -> state.withMaking(state.making().withWork(Optional.empty())));
    }
    ended.run();
  }
}
