package org.clickgaussian.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clickgaussian.work.CancelledException;

/** A person's wish that the command stops, and the wait until it has tidied up. */
final class Cancellation {

  /** A command that has not stopped after this long is left behind: its next report never came. */
  private static final long PATIENCE_SECONDS = 30;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Asks the command to stop at its next report of progress. */
  void request() {
    requested.set(true);
    listeners.forEach(Runnable::run);
  }

  /**
   * Runs something when the command is asked to stop, for commands that do not ask by themselves.
   */
  void onRequest(Runnable listener) {
    listeners.add(listener);
  }

  boolean isRequested() {
    return requested.get();
  }

  /** Throws if the command should stop. */
  void check() {
    if (requested.get()) {
      throw new CancelledException("cancelled; what was finished before is kept");
    }
  }

  /** Tells that the command has ended, one way or the other. */
  void commandFinished() {
    finished.countDown();
  }

  /**
   * Makes Ctrl-C (and a polite kill) cancel the command: the exit of the Java machine waits until
   * the command has put away its half-written files.
   */
  void followSignals() {
    Thread stopper =
        Thread.ofPlatform()
            .name("cancel")
            .unstarted(
                () -> {
                  // The program's own exit comes this way too, when there is nothing left to stop.
                  if (finished.getCount() > 0) {
                    request();
                    awaitCommand();
                  }
                });
    Runtime.getRuntime().addShutdownHook(stopper);
  }

  private void awaitCommand() {
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
