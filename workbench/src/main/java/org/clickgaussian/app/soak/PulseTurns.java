package org.clickgaussian.app.soak;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.app.start.LivePair;
import org.clickgaussian.app.start.PulsePlan;

/**
 * Says what is measured after what. First the training is let come to a steady speed, alone and
 * shown in turns so that the code of both is compiled. Then both take short turns, alone live, live
 * alone, alone live, …, so that whatever else changes slowly meets both sides of a pair alike.
 * Moving the camera comes last.
 */
final class PulseTurns {
  /** What is measured. */
  enum Part {
    /** Nothing: the training becomes steady, alone. */
    WARM_ALONE,
    /** Nothing: the training becomes steady, shown. */
    WARM_LIVE,
    /** The training's speed, with the window at rest. */
    ALONE,
    /** The training's speed, shown in the viewport. */
    LIVE,
    /** The window's pulses, and the training's speed, while the camera is moved. */
    WORKING,
    /** The window's pulses while the camera is moved and the training waits. */
    PAUSED;

    boolean isLive() {
      return this == LIVE || this == WARM_LIVE;
    }

    boolean moves() {
      return this == WORKING || this == PAUSED;
    }
  }

  /** Two speeds are the same when they differ by less. */
  private static final double STEADY = 0.05;

  private static final int FEWEST_WARM = 4;
  private static final int MOST_WARM = 16;

  private final PulsePlan plan;
  private final List<Part> rest = new ArrayList<>();
  private final List<Double> alone = new ArrayList<>();
  private final List<LivePair> pairs = new ArrayList<>();
  private int warm;
  private boolean warmed;
  private boolean steady;
  private Part before;
  private double rateBefore;

  PulseTurns(PulsePlan plan) {
    this.plan = plan;
    for (int pair = 0; pair < plan.pairs(); pair++) {
      rest.add(pair % 2 == 0 ? Part.ALONE : Part.LIVE);
      rest.add(pair % 2 == 0 ? Part.LIVE : Part.ALONE);
    }
    for (int round = 0; round < plan.rounds(); round++) {
      rest.add(Part.WORKING);
      rest.add(Part.PAUSED);
    }
  }

  /** Whether anything is left. */
  boolean hasNext() {
    return !warmed || !rest.isEmpty();
  }

  /** What comes next. */
  Part next() {
    if (!warmed) {
      return warm++ % 2 == 0 ? Part.WARM_LIVE : Part.WARM_ALONE;
    }
    return rest.removeFirst();
  }

  /** Seconds of a part. */
  double seconds(Part part) {
    return part.moves() ? plan.seconds() : plan.turn();
  }

  /**
   * Takes what a part gave.
   *
   * @param rate iterations a second; NaN where too few came to tell
   */
  void measured(Part part, double rate) {
    if (!warmed) {
      warmUp(part, rate);
    } else if (part == Part.ALONE || part == Part.LIVE) {
      compare(part, rate);
    }
  }

  private void warmUp(Part part, double rate) {
    if (part == Part.WARM_ALONE) {
      double last = alone.isEmpty() ? Double.NaN : alone.getLast();
      alone.add(rate);
      steady = warm >= FEWEST_WARM && Math.abs(rate - last) < STEADY * rate;
      warmed = steady || warm >= MOST_WARM;
    }
  }

  private void compare(Part part, double rate) {
    if (before == null) {
      before = part;
      rateBefore = rate;
    } else {
      if (rate > 0 && rateBefore > 0) {
        pairs.add(
            part == Part.LIVE ? new LivePair(rateBefore, rate) : new LivePair(rate, rateBefore));
      }
      before = null;
    }
  }

  /** The pairs so far. */
  List<LivePair> pairs() {
    return List.copyOf(pairs);
  }

  /** Whether the training had a steady speed when its turns began. */
  boolean isSteady() {
    return steady;
  }
}
