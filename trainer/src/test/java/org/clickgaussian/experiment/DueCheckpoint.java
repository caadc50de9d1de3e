package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.clickgaussian.training.Checkpoint;

/** Lets a test go on when the thread that writes checkpoints has come as far as it knows. */
final class DueCheckpoint {
  /** Iterations between checkpoints of {@link org.clickgaussian.training.TinyTraining}. */
  private static final int INTERVAL = 5;

  private static final long MOST_NANOS = 30_000_000_000L;

  private DueCheckpoint() {}

  /**
   * Waits until the checkpoint is whole that was due before an iteration. A run in which this is
   * called in every iteration has every checkpoint at its own iteration.
   */
  static void await(RunFolder run, int iteration) {
    int due = (iteration - 1) / INTERVAL * INTERVAL;
    long began = System.nanoTime();
    while (due > 0 && (!Files.exists(run.checkpoint()) || read(run) < due)) {
      assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(MOST_NANOS);
      Thread.onSpinWait();
    }
  }

  private static int read(RunFolder run) {
    return Checkpoint.iteration(run.checkpoint());
  }
}
