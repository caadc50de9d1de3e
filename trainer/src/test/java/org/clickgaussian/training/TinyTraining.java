package org.clickgaussian.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;

/** A training scene that is made in no time: random Gaussians, four views, striped masks. */
public final class TinyTraining implements AutoCloseable {
  private final Workers workers;
  private final GaussianScene gaussians;
  private final Rasterizer rasterizer;
  private final TrainingScene scene;

  /** The scene, to be worked on by a number of threads. */
  public TinyTraining(int gaussianCount, int threads) {
    this.workers = Workers.of(threads);
    this.gaussians = TinyScenes.random(gaussianCount, 7, 1);
    this.rasterizer = new CpuRasterizer(gaussians, workers);
    List<View> views =
        IntStream.range(0, 4)
            .mapToObj(v -> new View("view" + v, TinyScenes.orbitCamera(48, 36, v * 0.4)))
            .toList();
    this.scene = new TrainingScene(gaussians, rasterizer, views, new Stripes());
  }

  /** What a run learns from. */
  public TrainingScene scene() {
    return scene;
  }

  /** The threads. */
  public Workers workers() {
    return workers;
  }

  /** Settings small enough for tests. */
  public static TrainingSettings settings(int iterations) {
    return TrainingSettings.defaults(3)
        .with(Hyperparameter.ITERATIONS, iterations)
        .with(Hyperparameter.SAMPLED_PIXELS, 120)
        .with(Hyperparameter.UNIFORM_PIXELS, 30)
        .with(Hyperparameter.POOL_FACTOR, 2)
        .with(Hyperparameter.GLOBAL_INTERVAL, 3)
        .with(Hyperparameter.COARSE_EPSILON, 0.3)
        .with(Hyperparameter.FINE_EPSILON, 0.3)
        .with(Hyperparameter.CHECKPOINT_INTERVAL, 5);
  }

  @Override
  public void close() {
    rasterizer.close();
    gaussians.close();
    workers.close();
  }

  /** Coarse: two halves. Fine: four quarters. A border of two rows has no segment. */
  private static final class Stripes implements MaskSource {
    @Override
    public Optional<TwoLevelMasks> masks(View view) {
      int width = view.camera().width();
      int height = view.camera().height();
      int[] coarse = new int[width * height];
      int[] fine = new int[width * height];
      for (int pixel = 2 * width; pixel < coarse.length; pixel++) {
        int right = pixel % width < width / 2 ? 0 : 1;
        int low = pixel / width < height / 2 ? 0 : 1;
        coarse[pixel] = 1 + right;
        fine[pixel] = 1 + right + 2 * low;
      }
      return Optional.of(
          new TwoLevelMasks(
              new SegmentMap(width, height, coarse, 2), new SegmentMap(width, height, fine, 4)));
    }

    @Override
    public String description() {
      return "stripes";
    }
  }
}
