package org.clickgaussian.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times of a repeated piece of work, in seconds, sorted. Repetitions before the measurement let the
 * compiler of the Java machine do its work first.
 *
 * @param seconds ascending; at least one
 */
record Timings(double[] seconds) {

  /** Repeats work: first without, then with the clock, until both time spans are used up. */
  static Timings of(double warmUpSeconds, double measuredSeconds, Runnable work) {
    long warm = System.nanoTime() + (long) (warmUpSeconds * 1e9);
    while (System.nanoTime() < warm) {
      work.run();
    }
    double[] times = new double[16];
    int count = 0;
    long end = System.nanoTime() + (long) (measuredSeconds * 1e9);
    do {
      long begin = System.nanoTime();
      work.run();
      times = count < times.length ? times : Arrays.copyOf(times, 2 * count);
      times[count++] = (System.nanoTime() - begin) * 1e-9;
    } while (System.nanoTime() < end);
    double[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return new Timings(sorted);
  }

  /** Times that were measured elsewhere. */
  static Timings ofSeconds(List<Double> measured) {
    return new Timings(measured.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  double best() {
    return seconds[0];
  }

  double median() {
    return quantile(0.5);
  }

  /** The time that a share of the repetitions does not exceed. */
  double quantile(double share) {
    return seconds[(int) Math.min(seconds.length - 1, Math.floor(share * seconds.length))];
  }

  /** "best 1.2 ms, median 1.3 ms, 99% 2.0 ms of 400". */
  String describe() {
    return String.format(
        Locale.ROOT,
        "best %.3g ms, median %.3g ms, 99%% %.3g ms of %d",
        1e3 * best(),
        1e3 * median(),
        1e3 * quantile(0.99),
        seconds.length);
  }
}
