package org.clickgaussian.app.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.clickgaussian.app.start.PulsePlan;
import org.clickgaussian.app.start.PulseReport;

/**
 * Measures the pulses of the window while a training goes on and a pointer turns the camera all the
 * time, and what the training loses by that and by being shown live. Parts take turns, round by
 * round, so that what else the machine does meets all of them. Runs on the window's thread.
 */
public final class PulseMeasurement {
  /** The training beside which is measured. */
  public interface Training {
    /** Iterations done so far; 0 while it has not begun. */
    int iteration();

    /** Shows the training's state in the viewport, or the scene's colours. */
    void showLive(boolean wanted);

    /** Lets it wait, or go on. */
    void pause(boolean wanted);
  }

  /** What is measured, in turn. */
  private enum Part {
    ALONE,
    LIVE,
    WORKING,
    PAUSED
  }

  private static final double NANO = 1e-9;
  private static final double MILLI = 1e-6;

  /** Iterations before the first part: the kernels are compiled on the way. */
  private static final int WARM_UP = 60;

  private static final double TURN = 0.05;
  private static final double REACH = 0.2;

  private final PointerEvents pointer;
  private final Training training;
  private final PulsePlan plan;
  private final Consumer<PulseReport> finished;
  private final Map<Part, List<Double>> intervals = new EnumMap<>(Part.class);
  private final Map<Part, List<Double>> rates = new EnumMap<>(Part.class);
  private int turns = -1;
  private long began;
  private long lastPulse;
  private double angle;
  private int firstIteration;
  private long firstAt;
  private int lastIteration;
  private long lastAt;

  /**
   * A measurement.
   *
   * @param area what the pointer acts on
   * @param finished told what came of it, on the window's thread
   */
  public PulseMeasurement(
      Region area, Training training, PulsePlan plan, Consumer<PulseReport> finished) {
    this.pointer = new PointerEvents(area);
    this.training = training;
    this.plan = plan;
    this.finished = finished;
    for (Part part : Part.values()) {
      intervals.put(part, new ArrayList<>());
      rates.put(part, new ArrayList<>());
    }
  }

  /** Begins; the training must have been begun. */
  public void start() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (pulse(System.nanoTime())) {
          stop();
          finished.accept(report());
        }
      }
    }.start();
  }

  /** Takes a pulse; whether it was the last. */
  private boolean pulse(long now) {
    if (turns < 0) {
      if (training.iteration() >= WARM_UP) {
        begin(now);
      }
      return false;
    }
    if (moves()) {
      intervals.get(part()).add((now - lastPulse) * MILLI);
      angle += TURN;
      pointer.dragTo(0.5 + REACH * Math.cos(angle), 0.5 + REACH * Math.sin(angle));
    }
    lastPulse = now;
    count(now);
    if ((now - began) * NANO >= plan.seconds()) {
      end();
      if (turns + 1 == plan.rounds() * Part.values().length) {
        return true;
      }
      begin(now);
    }
    return false;
  }

  private Part part() {
    return Part.values()[turns % Part.values().length];
  }

  private boolean moves() {
    return part() == Part.WORKING || part() == Part.PAUSED;
  }

  private void begin(long now) {
    turns++;
    began = now;
    lastPulse = now;
    firstAt = 0;
    lastIteration = training.iteration();
    training.showLive(part() == Part.LIVE);
    training.pause(part() == Part.PAUSED);
    if (moves()) {
      pointer.press(0.5 + REACH, 0.5);
      angle = 0;
    }
  }

  /** From one change of the count to the last one, since it is told only now and then. */
  private void count(long now) {
    int iteration = training.iteration();
    if (iteration != lastIteration) {
      lastIteration = iteration;
      lastAt = now;
      if (firstAt == 0) {
        firstAt = now;
        firstIteration = iteration;
      }
    }
  }

  private void end() {
    if (moves()) {
      pointer.release(0.5, 0.5);
    }
    if (lastIteration > firstIteration && firstAt != 0) {
      rates.get(part()).add((lastIteration - firstIteration) / ((lastAt - firstAt) * NANO));
    }
  }

  private PulseReport report() {
    return new PulseReport(
        PulseReport.Pulses.of(intervals.get(Part.WORKING)),
        PulseReport.Pulses.of(intervals.get(Part.PAUSED)),
        rates.get(Part.ALONE),
        rates.get(Part.LIVE),
        rates.get(Part.WORKING));
  }
}
