package org.clickgaussian.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Workers;

/**
 * Writes a run's checkpoints beside the training: the state is copied between two iterations, and
 * the copy is written by a thread of its own while the training goes on. One is written at a time;
 * the copy's memory is kept for the next. What fails in that thread is thrown by the next call.
 *
 * <p>All methods are called by the training thread.
 */
final class CheckpointWriter implements AutoCloseable {
  private final Path file;
  private final boolean beside;
  private final Consumer<TrainingState> output;
  private final Workers workers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("checkpoint").factory());
  private Future<?> writing;
  private TrainingState copy;

  /**
   * A writer of one file.
   *
   * @param beside whether there is memory for the copy; checkpoints are written in line otherwise
   * @param workers share out the copying
   */
  CheckpointWriter(Path file, boolean beside, Workers workers) {
    this(file, beside, workers, state -> Checkpoint.write(file, state));
  }

  /** A writer that writes in another way. */
  CheckpointWriter(Path file, boolean beside, Workers workers, Consumer<TrainingState> output) {
    this.output = output;
    this.file = file;
    this.beside = beside;
    this.workers = workers;
  }

  /** Whether a checkpoint is being written. */
  boolean isBusy() {
    return writing != null && !writing.isDone();
  }

  /**
   * Begins to write a state, which may change as soon as this returns. Waits for the one before.
   *
   * @throws InputException if this one or the one before cannot be written
   */
  void begin(TrainingState state) {
    await();
    if (beside) {
      if (copy == null) {
        copy = state.blank(workers);
      }
      state.copyTo(copy, workers);
      writing = thread.submit(() -> write(copy));
    } else {
      write(state);
      writing = CompletableFuture.completedFuture(null);
    }
  }

  /**
   * Writes a state and returns when its file is whole.
   *
   * @throws InputException if this one or the one before cannot be written
   */
  void keep(TrainingState state) {
    await();
    write(state);
  }

  /**
   * Whether a file that was begun has become whole since the last call.
   *
   * @throws InputException if it cannot be written
   */
  boolean hasCome() {
    if (writing == null || isBusy()) {
      return false;
    }
    await();
    return true;
  }

  /**
   * Waits until nothing is being written.
   *
   * @throws InputException if what was begun cannot be written
   */
  void await() {
    Future<?> begun = writing;
    writing = null;
    boolean interrupted = false;
    try {
      // The copy is being read: never return before that has ended.
      while (begun != null) {
        try {
          begun.get();
          begun = null;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("the checkpoint could not be written", cause);
  }

  private void write(TrainingState state) {
    try {
      output.accept(state);
    } catch (InputException e) {
      throw new InputException(
          e.getMessage()
              + (Files.exists(file)
                  ? "; the checkpoint before stays: make room and go on with the run"
                  : "; there is no checkpoint yet: make room and begin again"),
          e);
    }
  }

  /**
   * Waits for what is being written, and frees the copy.
   *
   * @throws InputException if what was begun cannot be written
   */
  @Override
  public void close() {
    try {
      // Before the thread is ended, which would interrupt the writing where this one is
      // interrupted.
      await();
    } finally {
      thread.close();
      if (copy != null) {
        copy.close();
        copy = null;
      }
    }
  }
}
