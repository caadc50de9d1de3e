package org.clickgaussian.training;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView;

/**
 * How much memory a run will take, told before it is taken: known sizes, and the blend weights
 * extrapolated from a few views.
 *
 * @param all what for → bytes where everything is kept
 * @param recomputed bytes of the two parts that may be computed anew instead, each for as long as
 *     it is needed
 * @param plan what is kept
 */
public record MemoryForecast(Map<String, Long> all, Map<String, Long> recomputed, MemoryPlan plan) {
  /** The part of the blend weights. */
  static final String WEIGHTS = "blend weights";

  /** The part of the matrix of average pooling. */
  static final String POOLING = "pooling matrix";

  private static final int PROBED_VIEWS = 3;
  private static final int ENTRY_BYTES = 8;
  private static final String SNAPSHOT = "copy for checkpoints";

  /** Of a pool's pixel: its number, its segments, its places among those of its segments. */
  private static final int PIXEL_BYTES = 20;

  /** What a few views need. */
  private static final class Probes {
    private int views;
    private long pixels;
    private long weightEntries;
    private long poolingEntries;

    void add(TrainingScene scene, TrainingSettings settings, int number) {
      View view = scene.views().get(number);
      TwoLevelMasks masks = scene.masks().masks(view).orElseThrow();
      ViewPool pool = ViewPool.draw(masks, settings, new RandomStream(0, "forecast", views));
      try (SplattedView splatted = scene.rasterizer().splat(view.camera());
          BlendWeights weights = splatted.blendWeights(pool.pixels());
          PoolingMatrix matrix = new PoolingMatrix()) {
        int smallest = settings.getInt(Hyperparameter.POOLED_PIXELS);
        int gaussians = scene.gaussians().count();
        matrix.add(new SegmentPooling(splatted, gaussians, smallest).pool(number, masks));
        views++;
        pixels += pool.pixels().length;
        weightEntries += weights.entries();
        poolingEntries += matrix.entries();
      }
    }
  }

  /** Forecasts a run that keeps everything; draws a few views for it, one after the other. */
  public static MemoryForecast of(TrainingScene scene, TrainingSettings settings) {
    int views = scene.views().size();
    Probes probes = new Probes();
    int wanted = Math.min(PROBED_VIEWS, views);
    for (int probe = 0; probe < wanted; probe++) {
      probes.add(scene, settings, (int) ((long) probe * views / wanted));
    }
    long each = Math.max(1, probes.views);
    long gaussians = scene.gaussians().count();
    long floats = 11 + 3L * scene.gaussians().harmonicsCoefficients();
    long drawn =
        settings.getInt(Hyperparameter.SAMPLED_PIXELS)
            + settings.getInt(Hyperparameter.UNIFORM_PIXELS);
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("scene", 4 * floats * gaussians);
    parts.put("features, moments and gradient", 16L * settings.layout().dimensions() * gaussians);
    parts.put("neighbours", 12L * settings.getInt(Hyperparameter.SPATIAL_NEIGHBOURS) * gaussians);
    parts.put("pixels of the pools", PIXEL_BYTES * probes.pixels * views / each);
    parts.put(WEIGHTS, ENTRY_BYTES * probes.weightEntries * views / each);
    parts.put(POOLING, ENTRY_BYTES * probes.poolingEntries * views / each);
    // The weights of the next iteration are there beside those of the one at hand.
    long pixels = Math.max(1, probes.pixels);
    Map<String, Long> recomputed =
        Map.of(
            WEIGHTS,
            2 * ENTRY_BYTES * probes.weightEntries * Math.min(drawn * each, pixels) / pixels / each,
            POOLING,
            ENTRY_BYTES * probes.poolingEntries / each);
    return new MemoryForecast(parts, recomputed, MemoryPlan.KEEP_ALL);
  }

  /** The forecast of a run that keeps what a plan says. */
  public MemoryForecast with(MemoryPlan other) {
    return new MemoryForecast(all, recomputed, other);
  }

  /** What for → bytes, as the plan has it. */
  public Map<String, Long> parts() {
    Map<String, Long> parts = new LinkedHashMap<>(all);
    if (!plan.weightsKept()) {
      parts.put(WEIGHTS, recomputed.get(WEIGHTS));
    }
    if (!plan.poolingKept()) {
      parts.put(POOLING, recomputed.get(POOLING));
    }
    return parts;
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
    Map<String, Long> more = new LinkedHashMap<>(all);
    more.put(SNAPSHOT, bytes);
    return new MemoryForecast(more, recomputed, plan);
  }

  /** Whether there is room for checkpoints to be written beside the training. */
  public boolean hasSnapshot() {
    return all.containsKey(SNAPSHOT);
  }

  /** All parts together, in bytes. */
  public long total() {
    return parts().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Bytes of what a device may keep as well: the blend weights and the pooling matrix. */
  public long keepable() {
    return (plan.weightsKept() ? all.get(WEIGHTS) : 0)
        + (plan.poolingKept() ? all.get(POOLING) : 0);
  }

  /**
   * The forecast of the fastest way to train that fits.
   *
   * @param choice the ways that are allowed
   * @param limit bytes that the run may take
   * @throws InputException with the numbers if none fits
   */
  public MemoryForecast within(long limit, BlendWeightChoice choice) {
    MemoryForecast least = fastest(limit, choice);
    if (least.total() <= limit) {
      return least;
    }
    throw new InputException(
        "training would take %s (%s), but only %s may be used; %s"
            .formatted(
                ByteCount.words(least.total()),
                least.describe(),
                ByteCount.words(limit),
                choice == BlendWeightChoice.KEPT
                    ? "let blend weights be recomputed, lower pool.factor or pixels, or use fewer"
                        + " views"
                    : "lower pixels or dimensions, or use fewer views"));
  }

  /** The forecast of the fastest way to train that fits; of the smallest where none does. */
  public MemoryForecast fastest(long limit) {
    return fastest(limit, BlendWeightChoice.AUTO);
  }

  private MemoryForecast fastest(long limit, BlendWeightChoice choice) {
    MemoryForecast least = this;
    for (MemoryPlan each : choice.plans()) {
      least = with(each);
      if (least.total() <= limit) {
        return least;
      }
    }
    return least;
  }

  /**
   * A sentence for the person who waits, with the numbers, where a run that could be faster with
   * more memory goes the way of this forecast.
   *
   * @param limit bytes that the run may take
   */
  public Optional<String> notice(long limit) {
    MemoryForecast whole = with(MemoryPlan.KEEP_ALL);
    if (plan.equals(MemoryPlan.KEEP_ALL) || whole.total() <= limit) {
      return Optional.empty();
    }
    return Optional.of(
        "keeping everything at hand would take %s (%s), but only %s may be used: %s, which takes %s and more time"
            .formatted(
                ByteCount.words(whole.total()),
                whole.describe(),
                ByteCount.words(limit),
                plan.describe(),
                ByteCount.words(total())));
  }

  /** The parts in words, such as "scene 0.2 GB, blend weights 1.4 GB". */
  public String describe() {
    return parts().entrySet().stream()
        .map(part -> part.getKey() + " " + ByteCount.words(part.getValue()))
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
}
