package org.clickgaussian.app.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.clickgaussian.app.soak.PulseTurns.Part;
import org.clickgaussian.app.start.LivePair;
import org.clickgaussian.app.start.PulsePlan;
import org.clickgaussian.app.start.PulseReport;
import org.junit.jupiter.api.Test;

/** Turns are fair: what drifts slowly is not mistaken for the cost of showing. */
class PulseTurnsTest {
  private final List<Part> parts = new ArrayList<>();

  private PulseTurns play(PulsePlan plan, ToDoubleFunction<Part> rate) {
    PulseTurns turns = new PulseTurns(plan);
    while (turns.hasNext()) {
      Part part = turns.next();
      parts.add(part);
      turns.measured(part, rate.applyAsDouble(part));
    }
    return turns;
  }

  @Test
  void neighboursAreComparedInTurnedOrder() {
    PulseTurns turns = play(new PulsePlan(15, 1, 5, 3), part -> part.isLive() ? 9 : 10);
    assertThat(parts)
        .containsExactly(
            Part.WARM_LIVE,
            Part.WARM_ALONE,
            Part.WARM_LIVE,
            Part.WARM_ALONE,
            Part.ALONE,
            Part.LIVE,
            Part.LIVE,
            Part.ALONE,
            Part.ALONE,
            Part.LIVE,
            Part.WORKING,
            Part.PAUSED);
    assertThat(turns.isSteady()).isTrue();
    assertThat(turns.pairs()).hasSize(3).containsOnly(new LivePair(10, 9));
    assertThat(turns.seconds(Part.LIVE)).isEqualTo(5);
    assertThat(turns.seconds(Part.PAUSED)).isEqualTo(15);
  }

  /** Every turn is 2% slower than the one before; showing costs a tenth. */
  @Test
  void aDriftCancelsOut() {
    double[] speed = {100};
    PulseTurns turns =
        play(new PulsePlan(1, 0, 1, 8), part -> (speed[0] *= 0.98) * (part.isLive() ? 0.9 : 1));
    List<Double> ratios = LivePair.ratios(turns.pairs());
    assertThat(PulseReport.median(ratios)).isCloseTo(0.9, within(0.001));
    assertThat(ratios.getFirst()).isCloseTo(0.882, within(0.001));
    assertThat(ratios.getLast()).isCloseTo(0.918, within(0.001));
  }

  @Test
  void aSpeedThatNeverSettlesIsTold() {
    double[] speed = {1};
    PulseTurns turns = play(new PulsePlan(1, 0, 1, 1), part -> speed[0] *= 1.5);
    assertThat(turns.isSteady()).isFalse();
    assertThat(turns.pairs()).hasSize(1);
  }

  @Test
  void turnsOfNoIterationsGiveNoPair() {
    assertThat(play(new PulsePlan(1, 0, 1, 2), part -> Double.NaN).pairs()).isEmpty();
    assertThat(PulseReport.median(List.of())).isNaN();
    assertThat(PulseReport.median(List.of(3.0, 1.0))).isEqualTo(2);
  }
}
