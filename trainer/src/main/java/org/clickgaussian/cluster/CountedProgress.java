package org.clickgaussian.cluster;

import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.work.Progress;

/** Progress counted in equal steps that several threads take. */
final class CountedProgress {
  private final Progress progress;
  private final String message;
  private final int steps;
  private final AtomicInteger done = new AtomicInteger();

  CountedProgress(Progress progress, String message, int steps) {
    this.progress = progress;
    this.message = message;
    this.steps = Math.max(1, steps);
  }

  /** Begins one more step; throws if the job was cancelled. */
  void step() {
    progress.update(Math.min(1, done.getAndIncrement() / (double) steps), message);
  }
}
