package org.clickgaussian.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/**
 * How a person steers a run that is going on: changes settings, pauses it, stops it. What is asked
 * for is done between two iterations. Safe to call from any thread.
 */
public final class TrainingControl {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private Map<Hyperparameter, Double> wanted = new EnumMap<>(Hyperparameter.class);
  private boolean paused;
  private boolean stopped;

  /**
   * Changes a setting from the next iteration on.
   *
   * @throws InputException if it cannot be changed in flight, or the value is out of range
   */
  public synchronized void change(Hyperparameter parameter, double value) {
    if (!parameter.changesInFlight()) {
      throw new InputException(
          parameter.key() + " cannot be changed while a run goes on; stop it and begin another");
    }
    parameter.require(value);
    wanted.put(parameter, value);
  }

  /** What was asked for since the last call: setting → value. */
  public synchronized Map<Hyperparameter, Double> takeChanges() {
    Map<Hyperparameter, Double> taken = wanted;
    wanted = new EnumMap<>(Hyperparameter.class);
    return taken;
  }

  /** Lets the run wait before its next iteration; memory and checkpoint stay. */
  public synchronized void pause() {
    paused = true;
  }

  /** Ends a pause. */
  public synchronized void goOn() {
    paused = false;
    notifyAll();
  }

  /** Ends the run before its next iteration; its checkpoint is written first. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Whether the run waits, or will before its next iteration. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /**
   * Waits while the run is paused.
   *
   * @param progress hears of the wait, and may cancel it
   * @param done the fraction of the run that is done
   * @throws CancelledException if the run was stopped
   */
  public void awaitTurn(Progress progress, double done) {
    while (waits()) {
      progress.update(done, "paused");
    }
  }

  /** Waits a moment where the run is paused; whether it still is. */
  private synchronized boolean waits() {
    if (paused && !stopped) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, LOOK_NANOS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException("interrupted while paused");
      }
    }
    if (stopped) {
      throw new CancelledException("the training was stopped");
    }
    return paused;
  }
}
