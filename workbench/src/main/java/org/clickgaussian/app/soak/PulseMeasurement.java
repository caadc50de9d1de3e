package org.clickgaussian.app.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.clickgaussian.app.soak.PulseTurns.Part;
import org.clickgaussian.app.start.PulsePlan;
import org.clickgaussian.app.start.PulseReport;

/**
 * Measures what a training loses by being shown live, and the pulses of the window while it goes on
 * and a pointer turns the camera all the time, in the order of {@link PulseTurns}. Runs on the
 * window's thread.
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

  private static final double NANO = 1e-9;
  private static final double MILLI = 1e-6;

  /** Iterations before the first part; the pools of all views are drawn before the first one. */
  private static final int BEGUN = 60;

  /** Seconds at the beginning of each turn in which the viewport draws what it now shows. */
  private static final double SETTLING = 1;

  private static final double TURN = 0.05;
  private static final double REACH = 0.2;

  private final PointerEvents pointer;
  private final Training training;
  private final PulseTurns turns;
  private final Consumer<PulseReport> finished;
  private final Map<Part, List<Double>> intervals = new EnumMap<>(Part.class);
  private final List<Double> working = new ArrayList<>();
  private Part part;
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
    this.turns = new PulseTurns(plan);
    this.finished = finished;
    intervals.put(Part.WORKING, new ArrayList<>());
    intervals.put(Part.PAUSED, new ArrayList<>());
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
    if (part == null) {
      if (training.iteration() >= BEGUN) {
        begin(now);
      }
      return false;
    }
    if (part.moves()) {
      intervals.get(part).add((now - lastPulse) * MILLI);
      angle += TURN;
      pointer.dragTo(0.5 + REACH * Math.cos(angle), 0.5 + REACH * Math.sin(angle));
    }
    lastPulse = now;
    double seconds = (now - began) * NANO;
    if (seconds >= SETTLING) {
      count(now);
    }
    if (seconds >= SETTLING + turns.seconds(part)) {
      end();
      if (!turns.hasNext()) {
        return true;
      }
      begin(now);
    }
    return false;
  }

  private void begin(long now) {
    part = turns.next();
    began = now;
    lastPulse = now;
    firstAt = 0;
    lastIteration = training.iteration();
    training.showLive(part.isLive());
    training.pause(part == Part.PAUSED);
    if (part.moves()) {
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
    if (part.moves()) {
      pointer.release(0.5, 0.5);
    }
    double rate =
        firstAt != 0 && lastIteration > firstIteration
            ? (lastIteration - firstIteration) / ((lastAt - firstAt) * NANO)
            : Double.NaN;
    if (part == Part.WORKING && rate > 0) {
      working.add(rate);
    }
    turns.measured(part, rate);
  }

  private PulseReport report() {
    return new PulseReport(
        PulseReport.Pulses.of(intervals.get(Part.WORKING)),
        PulseReport.Pulses.of(intervals.get(Part.PAUSED)),
        turns.pairs(),
        turns.isSteady(),
        List.copyOf(working));
  }
}
