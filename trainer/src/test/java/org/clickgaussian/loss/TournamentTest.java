package org.clickgaussian.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who meets whom, and in which order. */
class TournamentTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 13, 14})
  void everyGroupMeetsItselfAndEveryOtherOnce(int groups) {
    Tournament tournament = new Tournament(groups);
    Set<Integer> met = new HashSet<>();
    for (int meeting = 0; meeting < tournament.meetings(); meeting++) {
      int one = tournament.one(meeting);
      int other = tournament.other(meeting);
      assertThat(one).isBetween(0, other);
      assertThat(other).isLessThan(groups);
      assertThat(met.add(one * groups + other)).isTrue();
    }
    assertThat(met).hasSize(groups * (groups + 1) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void meetingsOfOneGroupKeepTheOrderOfTheList(int threads) {
    int groups = 13;
    Tournament tournament = new Tournament(groups);
    // Not synchronised: only the order that the tournament keeps makes these sums come out.
    long[] sums = new long[groups];
    try (Workers workers = Workers.of(threads)) {
      workers.forEach(
          tournament.meetings(),
          meeting -> {
            tournament.await(meeting);
            sums[tournament.one(meeting)] = 31 * sums[tournament.one(meeting)] + meeting;
            sums[tournament.other(meeting)] = 31 * sums[tournament.other(meeting)] + meeting;
            tournament.finish(meeting);
          });
    }
    long[] expected = new long[groups];
    for (int meeting = 0; meeting < tournament.meetings(); meeting++) {
      expected[tournament.one(meeting)] = 31 * expected[tournament.one(meeting)] + meeting;
      expected[tournament.other(meeting)] = 31 * expected[tournament.other(meeting)] + meeting;
    }
    assertThat(sums).isEqualTo(expected);
  }
}
