package org.clickgaussian.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.training.MemoryForecast;

/**
 * How long a run will take and how much memory, told before it begins, from a measured sample of
 * iterations ({@link TrainingSample}).
 *
 * @param seconds what for → seconds, in the order in which a run does it
 * @param memory the memory
 * @param sampledIterations how many iterations were measured
 * @param learner name of the backend that they were measured on
 */
public record TrainingForecast(
    Map<String, Double> seconds, MemoryForecast memory, int sampledIterations, String learner) {
  /** Keeps the order of the parts. */
  public TrainingForecast {
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
  }

  /** All parts together. */
  public double totalSeconds() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
