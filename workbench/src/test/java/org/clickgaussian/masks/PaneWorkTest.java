package org.clickgaussian.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.work.CancelledException;
import org.junit.jupiter.api.Test;

/** What the pane tells of its jobs, however they end. */
class PaneWorkTest {
  private final List<MasksState> shown = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final Held tasks = new Held();
  private final MaskBoard board =
      new MaskBoard(
          new WorkbenchContext(
              tasks,
              new ActionRegistry(),
              new CurrentDocument(),
              null,
              null,
              w -> {},
              w -> {},
              w -> {}),
          new ModelsFolder(Path.of("models")),
          null,
          shown::add);
  private int ends;
  private final PaneWork work = new PaneWork(board, () -> ends++);

  /** Jobs that run when the test says so, and can be cancelled before. */
  private static final class Held implements TaskExecutor, TaskHandle {
    private boolean cancelled;
    private boolean done;
    private Runnable job = () -> {};

    @Override
    public <T> TaskHandle submit(
        String title, BackgroundJob<T> wanted, Consumer<? super T> answer) {
      job =
          () -> {
            try {
              answer.accept(
                  wanted.run(
                      (fraction, message) -> {
                        if (cancelled) {
                          throw new CancelledException("stop");
                        }
                      }));
            } catch (CancelledException e) {
              done = true;
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          };
      return this;
    }

    @Override
    public void onWindowThread(Runnable action) {
      action.run();
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean isDone() {
      return done;
    }

    @Override
    public void close() {
      // No threads to end.
    }
  }

  private void submit(String result) {
    work.submit(
        "Work",
        progress -> {
          progress.update(0.5, "photo 1 of 2");
          return result;
        },
        results::add);
  }

  @Test
  void progressIsToldAndGoesWithTheJob() {
    submit("made");
    assertThat(board.state().idle()).isFalse();
    tasks.job.run();
    assertThat(shown)
        .anyMatch(
            state ->
                state
                    .making()
                    .work()
                    .filter(w -> w.fraction() == 0.5 && w.message().startsWith("photo 1 of 2"))
                    .isPresent());
    assertThat(board.state().idle()).isTrue();
    assertThat(results).containsExactly("made");
    assertThat(ends).isEqualTo(1);
  }

  @Test
  void aStoppedJobLeavesThePaneIdleAndDeliversNothing() {
    submit("made");
    work.stop();
    tasks.job.run();
    assertThat(tasks.isDone()).isTrue();
    assertThat(board.state().idle()).isTrue();
    assertThat(results).isEmpty();
    assertThat(ends).isEqualTo(1);
  }

  @Test
  void aJobOfAnotherSceneIsNotTold() {
    submit("made");
    work.let();
    board.put(state -> state.withScene(MasksState.Scene.NONE));
    shown.clear();
    tasks.job.run();
    assertThat(shown).isEmpty();
    assertThat(results).containsExactly("made");
  }
}
