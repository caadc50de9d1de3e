package org.clickgaussian.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.gl.GlRasterizer;
import org.clickgaussian.splat.gl.GlSplattedView;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Measures how many frames of a scene a graphics processor makes, each projected, sorted and
 * blended anew: left on the device, and brought to memory.
 *
 * <p>Frames left on the device are counted in batches, after each of which the device is waited
 * for; the processor gives the commands of a frame while the device is at the one before.
 */
public final class GpuBenchmark {
  private static final int BATCH = 16;
  private static final double SECONDS = 3;
  private static final float[] BLACK = new float[3];

  private final OpenScene scene;
  private final GlContext context;
  private final Workers workers;
  private final int batch;
  private final double seconds;

  /**
   * A benchmark of a scene with views on a device.
   *
   * @param workers threads to prepare the scene with
   */
  public GpuBenchmark(OpenScene scene, GlContext context, Workers workers) {
    this(scene, context, workers, SECONDS);
  }

  /** A benchmark that spends so many seconds on each figure. */
  GpuBenchmark(OpenScene scene, GlContext context, Workers workers, double seconds) {
    this.scene = scene;
    this.context = context;
    this.workers = workers;
    this.batch = context.report().isSoftware() ? 1 : BATCH;
    this.seconds = seconds;
  }

  /** Measures frames of all views in turn. */
  public List<Measurement> frames(Progress progress) {
    List<Camera> cameras = scene.folder().requireViews().stream().map(View::camera).toList();
    List<Measurement> found = new ArrayList<>();
    try (GlRasterizer rasterizer = new GlRasterizer(context, scene.gaussians(), workers)) {
      Frames frames = new Frames(rasterizer, cameras);
      progress.update(0, "colour on the device");
      found.add(left(frames, "colour", view -> view.frameOnDevice(BLACK)));
      progress.update(0.3, "24 channels on the device");
      found.add(channels(frames));
      progress.update(0.6, "colour brought to memory");
      found.add(brought(frames));
      found.add(prepared(frames));
    }
    return found;
  }

  /** Splats one camera after the other, in an order that mixes them. */
  private record Frames(GlRasterizer rasterizer, List<Camera> cameras, int[] next, long[] pairs) {
    Frames(GlRasterizer rasterizer, List<Camera> cameras) {
      this(rasterizer, cameras, new int[1], new long[2]);
    }

    void make(Consumer<GlSplattedView> painting) {
      next[0] = (next[0] + 7) % cameras.size();
      try (GlSplattedView view = rasterizer.splat(cameras.get(next[0]))) {
        painting.accept(view);
        pairs[0] += view.tilePairs();
        pairs[1]++;
      }
    }

    String size() {
      return cameras.getFirst().width() + " × " + cameras.getFirst().height();
    }

    long meanPairs() {
      return pairs[0] / Math.max(1, pairs[1]);
    }
  }

  private Measurement channels(Frames frames) {
    int dimensions = FeatureLayout.PAPER.dimensions();
    // What the features are does not matter: zeros blend as slowly as anything else.
    try (FeatureField field = new FeatureField(scene.gaussians().count(), FeatureLayout.PAPER);
        GlBuffer table = frames.rasterizer().uploadTable(field.table(), dimensions)) {
      return left(
          frames, dimensions + " channels", view -> view.channelsOnDevice(table, dimensions));
    }
  }

  private Measurement left(Frames frames, String what, Consumer<GlSplattedView> painting) {
    Timings batches =
        Timings.of(
            seconds / 3,
            seconds,
            () ->
                context.run(
                    () -> {
                      for (int i = 0; i < batch; i++) {
                        frames.make(painting);
                      }
                      context.finish();
                    }));
    return new Measurement(
        what + " on the device, " + frames.size(),
        batch / batches.median(),
        "frames/s",
        String.format(
            Locale.ROOT,
            "%,d Gaussians, %,d pairs with tiles; batches of %d: %s",
            scene.gaussians().count(),
            frames.meanPairs(),
            batch,
            batches.describe()));
  }

  private Measurement brought(Frames frames) {
    Timings times =
        Timings.of(
            seconds / 3,
            seconds,
            () -> frames.make(view -> view.packedColours(BLACK).orElseThrow()));
    return new Measurement(
        "colour brought to memory, " + frames.size(),
        1 / times.median(),
        "frames/s",
        "one after the other; " + times.describe());
  }

  /** The part of a frame that comes before blending, by the device's clock. */
  private Measurement prepared(Frames frames) {
    Timings times = DeviceTimings.of(context, seconds / 3, () -> {}, () -> frames.make(view -> {}));
    return new Measurement(
        "  of it projecting and sorting",
        1e3 * times.median(),
        "ms",
        "by the device's clock, waiting for the processor included; " + times.describe());
  }
}
