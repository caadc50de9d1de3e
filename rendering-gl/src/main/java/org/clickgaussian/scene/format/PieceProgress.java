package org.clickgaussian.scene.format;

import java.util.concurrent.atomic.AtomicInteger;
import org.clickgaussian.work.Progress;

/** Tells a {@link Progress} how many of a job's equal pieces are done, from any thread. */
final class PieceProgress {
  private final Progress progress;
  private final String message;
  private final int pieces;
  private final AtomicInteger done = new AtomicInteger();

  PieceProgress(Progress progress, String message, int pieces) {
    this.progress = progress;
    this.message = message;
    this.pieces = pieces;
  }

  /** One more piece is done; stops the job if it was cancelled. */
  void pieceDone() {
    progress.update(done.incrementAndGet() / (double) pieces, message);
  }
}
