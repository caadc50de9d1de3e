package org.clickgaussian.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.mask.Level;
import org.clickgaussian.training.MemoryForecast;
import org.clickgaussian.training.MemoryPlan;

/**
 * What came out of a training.
 *
 * @param iterations iterations of the whole run
 * @param clusters the global clusters
 * @param assignment the cluster of every Gaussian
 * @param stageSeconds where the time of this training went
 * @param forecast the memory that was forecast
 * @param learner what learnt last, in words
 */
public record RunSummary(
    int iterations,
    GlobalClusters clusters,
    GaussianAssignment assignment,
    Map<String, Double> stageSeconds,
    MemoryForecast forecast,
    String learner) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The summary as JSON. */
  public ObjectNode toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", 1);
    root.put("iterations", iterations);
    root.put("learner", learner);
    for (Level level : Level.values()) {
      root.putObject(level.key())
          .put("clusters", clusters.level(level).count())
          .put("segments", clusters.level(level).segments())
          .put("noise_segments", clusters.level(level).noise())
          .put("gaussians_above_threshold", assignment.shareAbove(level, 0.9));
    }
    stageSeconds.forEach(root.putObject("seconds")::put);
    root.put("memory", forecast.plan().describe());
    root.putObject("forecast_totals")
        .put("kept", forecast.with(MemoryPlan.KEEP_ALL).total())
        .put("recomputed", forecast.with(new MemoryPlan(false, true)).total());
    forecast.parts().forEach(root.putObject("forecast_bytes")::put);
    return root;
  }

  /** Writes {@code summary.json}. */
  public void write(Path file) {
    AtomicFile.write(file, stream -> stream.write(JSON.writeValueAsBytes(toJson())));
  }
}
