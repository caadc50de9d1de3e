package org.clickgaussian.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void eachIndexIsWorkedOnOnce(int threads) {
    try (Workers workers = Workers.of(threads)) {
      for (int n : new int[] {0, 1, 13, 4098}) {
        AtomicIntegerArray visits = new AtomicIntegerArray(n);
        workers.forEach(n, visits::incrementAndGet);
        workers.forRanges(
            n,
            100,
            (piece, from, to) -> {
              assertThat(from).isEqualTo(piece * 100);
              assertThat(to - from).isBetween(1, 100);
              for (int i = from; i < to; i++) {
                visits.incrementAndGet(i);
              }
            });
        for (int i = 0; i < n; i++) {
          assertThat(visits.get(i)).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void theSumHasTheSameBitsForAnyNumberOfThreads() {
    double[] sums = new double[3];
    int[] threads = {1, 2, 5};
    for (int t = 0; t < 3; t++) {
      try (Workers workers = Workers.of(threads[t])) {
        sums[t] = workers.sum(100_003, 97, WorkersTest::harmonicSum);
      }
    }
    assertThat(sums[1]).isEqualTo(sums[0]);
    assertThat(sums[2]).isEqualTo(sums[0]);
    // The harmonic number: ln n + γ + 1/(2n).
    double expected = Math.log(100_003) + 0.5772156649015329 + 0.5 / 100_003;
    assertThat(sums[0]).isBetween(expected - 1e-9, expected + 1e-9);
  }

  private static double harmonicSum(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += 1.0 / (i + 1);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void nestedCallsEnd(int threads) {
    try (Workers workers = Workers.of(threads)) {
      AtomicInteger count = new AtomicInteger();
      workers.forEach(
          20, i -> workers.forEach(20, j -> workers.forEach(5, k -> count.incrementAndGet())));
      assertThat(count).hasValue(20 * 20 * 5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theExceptionOfAPieceReachesTheCallerAndStopsTheRest(int threads) {
    try (Workers workers = Workers.of(threads)) {
      AtomicInteger begun = new AtomicInteger();
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      1_000_000,
                      i -> {
                        begun.incrementAndGet();
                        throw new IllegalStateException("piece " + i);
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("piece ");
      assertThat(begun.get()).isLessThanOrEqualTo(threads);
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      2,
                      i -> {
                        throw new StackOverflowError("deep");
                      }))
          .isInstanceOf(StackOverflowError.class);
      AtomicInteger after = new AtomicInteger();
      workers.forEach(10, i -> after.incrementAndGet());
      assertThat(after).hasValue(10);
    }
  }

  @Test
  void callsFromSeveralThreadsDoNotDisturbEachOther() {
    try (Workers workers = Workers.of(2);
        Workers callers = Workers.of(4)) {
      double[] sums = new double[4];
      callers.forEach(4, i -> sums[i] = workers.sum(10_000, 10, WorkersTest::harmonicSum));
      assertThat(sums).containsOnly(sums[0]);
    }
  }

  @Test
  void zeroThreadsAreRefused() {
    assertThatThrownBy(() -> Workers.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Workers.pieces(0, 7)).isZero();
    assertThat(Workers.pieces(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(1);
    assertThat(Workers.pieces(15, 7)).isEqualTo(3);
  }

  /** From the middle of a call on one thread works, and later both again; the result stays. */
  @Test
  void fewerThreadsMayBeAllowedWhileTheyWork() {
    try (Workers workers = Workers.of(4)) {
      double all = workers.sum(100_000, 10, WorkersTest::harmonicSum);
      Thread caller = Thread.currentThread();
      AtomicInteger begun = new AtomicInteger();
      AtomicInteger lateElsewhere = new AtomicInteger();
      workers.forEach(
          4000,
          i -> {
            if (begun.incrementAndGet() == 100) {
              workers.allow(1);
            }
            if (i >= 2000 && Thread.currentThread() != caller) {
              lateElsewhere.incrementAndGet();
            }
            harmonicSum(0, 200);
          });
      // A helper may have been about to begin a piece when it was told, but begins no other.
      assertThat(lateElsewhere.get()).isLessThanOrEqualTo(3);
      assertThat(workers.sum(100_000, 10, WorkersTest::harmonicSum)).isEqualTo(all);
      workers.allow(4);
      assertThat(workers.sum(100_000, 10, WorkersTest::harmonicSum)).isEqualTo(all);
      assertThatThrownBy(() -> workers.allow(0)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
