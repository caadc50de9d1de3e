package org.clickgaussian.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private final TimeLeft timeLeft = new TimeLeft();

  @Test
  void aSteadyJobIsForeseen() {
    assertThat(timeLeft.at(0, 0)).isEmpty();
    assertThat(timeLeft.at(0.5, 0.005)).isEmpty();
    assertThat(timeLeft.at(10, 0.1)).isEqualTo("1 min 30 s left");
    assertThat(timeLeft.at(20, 0.2)).isEqualTo("1 min 20 s left");
    assertThat(timeLeft.at(100, 1)).isEqualTo("0 s left");
  }

  @Test
  void aResumedJobIsForeseenByWhatItDoesNow() {
    timeLeft.at(0, 0.5);
    assertThat(timeLeft.at(10, 0.6)).isEqualTo("40 s left");
  }

  @Test
  void aSlowBeginningIsForgotten() {
    timeLeft.at(0, 0);
    timeLeft.at(60, 0.02);
    String words = "";
    for (int i = 1; i <= 60; i++) {
      words = timeLeft.at(60 + i * 0.5, 0.02 + i * 0.01);
    }
    assertThat(words).isEqualTo("19 s left");
  }

  @Test
  void fewLongStepsAreEnoughAndTimePassesBetweenThem() {
    timeLeft.at(0, 0);
    timeLeft.at(100, 0.1);
    assertThat(timeLeft.at(200, 0.2)).isEqualTo("13 min 20 s left");
    assertThat(timeLeft.at(260, 0.2)).isEqualTo("12 min 20 s left");
  }

  @Test
  void anotherPartOfAJobBeginsAnew() {
    timeLeft.at(0, 0);
    timeLeft.at(10, 0.9);
    assertThat(timeLeft.at(11, 0.1)).isEmpty();
    assertThat(timeLeft.at(21, 0.2)).isEqualTo("1 min 20 s left");
  }

  @Test
  void whatIsNotKnownIsNotTold() {
    timeLeft.at(0, 0.1);
    assertThat(timeLeft.at(5, Double.NaN)).isEmpty();
    assertThat(timeLeft.at(9, 0.5)).isEmpty();
  }
}
