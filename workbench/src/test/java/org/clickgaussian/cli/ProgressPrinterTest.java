package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clickgaussian.task.Durations;
import org.clickgaussian.work.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressPrinterTest {

  private static final long SECOND = 1_000_000_000L;

  private final TestTerminal terminal = new TestTerminal();
  private long now;

  @Test
  void plainLinesComeNowAndThenWithTheTimeLeft() {
    try (ProgressPrinter progress = new ProgressPrinter(terminal.plain(), () -> now)) {
      progress.update(0, "starting");
      now = 11 * SECOND;
      progress.update(0.25, "rendering view 3 of 12");
      progress.update(0.26, "too soon for another line");
      now = 22 * SECOND;
      progress.update(0.5, "rendering view 6 of 12");
    }
    assertThat(terminal.err.toString().lines())
        .containsExactly(
            "25%, 33 s left: rendering view 3 of 12", "50%, 22 s left: rendering view 6 of 12");
  }

  @Test
  void barIsRedrawnInPlaceAndTakenAway() {
    ProgressPrinter progress = new ProgressPrinter(terminal.interactive(), () -> now);
    progress.update(0, "begun");
    now = SECOND;
    progress.update(0.5, "half");
    assertThat(terminal.err.toString())
        .startsWith("\r\u001b[K")
        .contains("█".repeat(12) + "░".repeat(12), "50%", "1 s left", "half")
        .doesNotContain("\n");
    progress.close();
    assertThat(terminal.err.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void unknownFractionShowsTheTimeThatHasPassed() {
    ProgressPrinter progress = new ProgressPrinter(terminal.plain(), () -> now);
    now = 61 * SECOND;
    progress.update(Double.NaN, "reading");
    assertThat(terminal.err.toString().strip()).isEqualTo("reading  1 min 01 s");
  }

  @Test
  void fractionsBeyondTheirRangeAreClamped() {
    ProgressPrinter progress = new ProgressPrinter(terminal.plain(), () -> now);
    progress.update(0, "begun");
    now = 60 * SECOND;
    progress.update(1.5, "over");
    assertThat(terminal.err.toString().strip()).isEqualTo("100%, 0 s left: over");
  }

  @Test
  void cancellationStopsTheJobAtItsNextReport() {
    ProgressPrinter progress = new ProgressPrinter(terminal.plain(), () -> now);
    progress.update(0.1, "before");
    terminal.cancellation.request();
    assertThatThrownBy(() -> progress.update(0.2, "after")).isInstanceOf(CancelledException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "59.4, 59 s", "59.6, 1 min 00 s", "125, 2 min 05 s", "4320, 1 h 12 min"})
  void durationsReadWell(double seconds, String text) {
    assertThat(Durations.words(seconds)).isEqualTo(text);
  }
}
