package org.clickgaussian.tuning;

import java.util.concurrent.TimeUnit;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.training.TrainingState;
import org.slf4j.LoggerFactory;

/**
 * Hands the state of the training to the open scene every few seconds, so that the viewport can
 * show it. How often follows from what a preview costs: at most a twentieth of the training's time.
 */
final class LivePreview {
  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int SHARE = 20;

  private final WorkbenchContext context;
  private volatile boolean shown = true;

  /** Of the training thread. */
  private RunningTraining training;

  private PreviewPainter painter;
  private long due;

  LivePreview(WorkbenchContext context) {
    this.context = context;
  }

  /** Whether previews are made. */
  boolean isShown() {
    return shown;
  }

  /** Makes previews from now on, or none and takes the last away. On the window's thread. */
  void show(boolean wanted) {
    shown = wanted;
    if (!wanted) {
      forget();
    }
  }

  /** Takes the last preview away. On the window's thread. */
  void forget() {
    context.document().get().ifPresent(document -> document.showLive(null));
  }

  /** Looks at a state, if it is time to. On the training thread. */
  synchronized void look(RunningTraining from, TrainingState state) {
    if (from != training) {
      training = from;
      painter = new PreviewPainter(from.training().folder().path(), from.workers());
      due = 0;
    }
    long began = System.nanoTime();
    if (!shown || due != 0 && began < due) {
      return;
    }
    try {
      LiveRun preview = painter.paint(state);
      context.tasks().onWindowThread(() -> deliver(from, preview));
    } catch (IllegalStateException | IllegalArgumentException e) {
      // Features that are no numbers any more have no axes; the training itself goes on.
      LoggerFactory.getLogger(LivePreview.class).debug("no preview", e);
    }
    long cost = System.nanoTime() - began;
    due = began + cost + Math.max(LEAST_NANOS, SHARE * cost);
  }

  private void deliver(RunningTraining from, LiveRun preview) {
    context
        .document()
        .get()
        .filter(document -> shown && document.path().equals(from.training().scene()))
        .filter(document -> document.original().count() == preview.count())
        .ifPresent(document -> document.showLive(preview));
  }
}
