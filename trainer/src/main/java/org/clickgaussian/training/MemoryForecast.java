package org.clickgaussian.training;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.SplattedView;

/**
 * How much memory a run will take, told before it is taken: known sizes, and the blend weights
 * extrapolated from a few views.
 *
 * @param parts what for → bytes
 */
public record MemoryForecast(Map<String, Long> parts) {
  private static final int PROBED_VIEWS = 3;
  private static final int ENTRY_BYTES = 8;
  private static final String SNAPSHOT = "copy for checkpoints";

  /** Forecasts a run; draws the pools of a few views for it, one after the other. */
  public static MemoryForecast of(TrainingScene scene, TrainingSettings settings) {
    long gaussians = scene.gaussians().count();
    long floats = 11 + 3L * scene.gaussians().harmonicsCoefficients();
    int views = scene.views().size();
    long poolEntries = 0;
    long poolingEntries = 0;
    int probes = Math.min(PROBED_VIEWS, views);
    for (int probe = 0; probe < probes; probe++) {
      View view = scene.views().get((int) ((long) probe * views / probes));
      TwoLevelMasks masks = scene.masks().masks(view).orElseThrow();
      try (SplattedView splatted = scene.rasterizer().splat(view.camera());
          ViewPool pool =
              ViewPool.draw(splatted, masks, settings, new RandomStream(0, "forecast", probe));
          PoolingMatrix matrix = new PoolingMatrix()) {
        matrix.add(
            new SegmentPooling(
                    splatted, (int) gaussians, settings.getInt(Hyperparameter.POOLED_PIXELS))
                .pool(probe, masks));
        poolEntries += pool.weights().entries();
        poolingEntries += matrix.entries();
      }
    }
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("scene", 4 * floats * gaussians);
    parts.put("features, moments and gradient", 16L * settings.layout().dimensions() * gaussians);
    parts.put("neighbours", 12L * settings.getInt(Hyperparameter.SPATIAL_NEIGHBOURS) * gaussians);
    parts.put("blend weights", ENTRY_BYTES * poolEntries * views / Math.max(1, probes));
    parts.put("pooling matrix", ENTRY_BYTES * poolingEntries * views / Math.max(1, probes));
    return new MemoryForecast(parts);
  }

  /**
   * The same with a copy of features and moments, from which checkpoints are written beside the
   * training, where that still fits.
   *
   * @param limit bytes that the run may take
   */
  public MemoryForecast withSnapshot(TrainingScene scene, TrainingSettings settings, long limit) {
    long bytes = 12L * settings.layout().dimensions() * scene.gaussians().count();
    if (total() + bytes > limit) {
      return this;
    }
    Map<String, Long> more = new LinkedHashMap<>(parts);
    more.put(SNAPSHOT, bytes);
    return new MemoryForecast(more);
  }

  /** Whether there is room for checkpoints to be written beside the training. */
  public boolean hasSnapshot() {
    return parts.containsKey(SNAPSHOT);
  }

  /** All parts together, in bytes. */
  public long total() {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Refuses a run that would not fit.
   *
   * @param limit bytes that the run may take
   * @throws InputException with the numbers if it would take more
   */
  public void requireWithin(long limit) {
    if (total() > limit) {
      throw new InputException(
          "training would take %s (%s), but only %s may be used; lower pool.factor or pixels, or use fewer views"
              .formatted(gigabytes(total()), describe(), gigabytes(limit)));
    }
  }

  /** The parts in words, such as "scene 0.2 GB, blend weights 1.4 GB". */
  public String describe() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + " " + gigabytes(part.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Nine tenths of this machine's memory, less what the Java heap already holds. */
  public static long limitOfThisMachine() {
    long total =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : Long.MAX_VALUE;
    Runtime runtime = Runtime.getRuntime();
    return (long) (0.9 * total) - (runtime.totalMemory() - runtime.freeMemory());
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}
