package org.clickgaussian.app.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether used memory keeps growing, from samples taken after garbage was collected. */
public final class HeapPlateau {
  private static final int LEAST_SAMPLES = 6;

  /** Growth from the middle third of the run to its last that passes as chance. */
  private static final double ALLOWED_GROWTH = 0.15;

  private static final long ALLOWED_BYTES = 16L << 20;

  private final List<Long> samples = new ArrayList<>();

  /** Adds a sample, in bytes. */
  public void add(long used) {
    samples.add(used);
  }

  /** All samples, in bytes. */
  public List<Long> samples() {
    return List.copyOf(samples);
  }

  /**
   * Whether the median of the last third lies above that of the middle third by more than 15% and
   * 16 MiB. The first third is for warming up. With fewer than six samples it cannot be told: no.
   */
  public boolean grows() {
    int n = samples.size();
    if (n < LEAST_SAMPLES) {
      return false;
    }
    long middle = median(samples.subList(n / 3, 2 * n / 3));
    long last = median(samples.subList(2 * n / 3, n));
    return last - middle > Math.max(ALLOWED_BYTES, ALLOWED_GROWTH * middle);
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
