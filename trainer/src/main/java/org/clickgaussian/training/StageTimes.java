package org.clickgaussian.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where a run's time goes, by stage, in the order in which the stages first came. One thread. */
public final class StageTimes {
  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Does something and counts its time towards a stage. */
  public <T> T measure(String stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.merge(stage, System.nanoTime() - start, Long::sum);
    }
  }

  /** Does something and counts its time towards a stage. */
  public void measure(String stage, Runnable work) {
    measure(
        stage,
        () -> {
          work.run();
          return null;
        });
  }

  /** Stage → seconds. */
  public Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    nanos.forEach((stage, time) -> seconds.put(stage, time / 1e9));
    return Collections.unmodifiableMap(seconds);
  }
}
