package org.clickgaussian.training;

import java.util.Optional;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The pools of all training views, drawn anew a few times in a run, and their blend weights: kept,
 * or of an iteration's pixels computed anew whenever it comes. Both ways give the same bits. Which
 * pool an iteration draws from follows from its number alone.
 */
final class ViewPools implements AutoCloseable {
  private final TrainingScene scene;
  private final TrainingSettings settings;
  private final Learner learner;
  private final Rasterizer rasterizer;
  private final Workers workers;
  private final boolean keepWeights;
  private final FeaturePooling pooling;
  private final ViewPool[] pools;
  private final BlendWeights[] weights;
  private int generation = -1;

  /**
   * Pools of a scene's views.
   *
   * @param learner says what draws the blend weights; where that is the scene's own rasteriser, it
   *     makes the pooling matrix on the way, else beside it
   * @param plan what is kept
   */
  ViewPools(
      TrainingScene scene,
      TrainingSettings settings,
      Learner learner,
      Workers workers,
      MemoryPlan plan) {
    this.scene = scene;
    this.settings = settings;
    this.learner = learner;
    this.rasterizer = learner.rasterizer(scene.rasterizer());
    this.workers = workers;
    this.keepWeights = plan.weightsKept();
    this.pooling = new FeaturePooling(scene, settings, plan.poolingKept());
    this.pools = new ViewPool[scene.views().size()];
    this.weights = new BlendWeights[pools.length];
  }

  /** The pool of the view of an iteration; draws all pools anew where it is time. */
  ViewPool forIteration(int iteration, int view, Progress progress) {
    int wanted = generationOf(iteration);
    if (wanted != generation) {
      draw(wanted, progress);
    }
    return pools[view];
  }

  /** Whether no pool is to be drawn for an iteration. */
  boolean areReadyFor(int iteration) {
    return generationOf(iteration) == generation;
  }

  /** Whether the blend weights of the pools are kept. */
  boolean keepWeights() {
    return keepWeights;
  }

  /** The kept blend weights of rows of a view's pool. */
  IterationWeights kept(int view, int[] rows) {
    return IterationWeights.of(weights[view], rows);
  }

  /** The blend weights of rows of a view's pool, computed now. */
  IterationWeights recomputed(int view, int[] rows) {
    return IterationWeights.owning(splat(scene.views().get(view), pools[view].pixels(rows)));
  }

  /** Average pooling over all segments. */
  FeaturePooling pooling() {
    return pooling;
  }

  private int generationOf(int iteration) {
    long renewals = settings.getInt(Hyperparameter.POOL_RENEWALS);
    return (int) (iteration * (renewals + 1) / settings.iterations());
  }

  private void draw(int newGeneration, Progress progress) {
    if (!keepWeights) {
      if (rasterizer != scene.rasterizer()) {
        pooling.begin();
      }
      for (int v = 0; v < pools.length; v++) {
        tell("pixels", v, progress);
        pools[v] = pool(v, newGeneration);
      }
    } else if (rasterizer == scene.rasterizer()) {
      drawOnHost(newGeneration, progress);
    } else {
      pooling.begin();
      // The device draws one view after the other; what the host does for them needs many threads.
      drawOnDevice(0, newGeneration, progress);
      workers.forEach(pools.length - 1, v -> drawOnDevice(v + 1, newGeneration, progress));
    }
    generation = newGeneration;
  }

  private void drawOnHost(int newGeneration, Progress progress) {
    if (!pooling.needsMatrix()) {
      drawOnHost(newGeneration, null, progress);
      return;
    }
    PoolingMatrix matrix = new PoolingMatrix();
    try {
      drawOnHost(newGeneration, matrix, progress);
    } catch (RuntimeException | Error e) {
      matrix.close();
      throw e;
    }
    pooling.keep(matrix);
  }

  private void drawOnHost(int newGeneration, PoolingMatrix matrix, Progress progress) {
    int smallest = settings.getInt(Hyperparameter.POOLED_PIXELS);
    int count = scene.gaussians().count();
    for (int v = 0; v < pools.length; v++) {
      tell("blend weights", v, progress);
      forget(v);
      pools[v] = pool(v, newGeneration);
      View view = scene.views().get(v);
      try (SplattedView splatted = rasterizer.splat(view.camera())) {
        weights[v] = splatted.blendWeights(pools[v].pixels());
        if (matrix != null) {
          matrix.add(new SegmentPooling(splatted, count, smallest).pool(v, masks(view)));
        }
      }
    }
  }

  private void drawOnDevice(int v, int newGeneration, Progress progress) {
    synchronized (rasterizer) {
      tell("blend weights", v, progress);
    }
    forget(v);
    pools[v] = pool(v, newGeneration);
    weights[v] = splat(scene.views().get(v), pools[v].pixels());
  }

  private ViewPool pool(int v, int newGeneration) {
    View view = scene.views().get(v);
    RandomStream random = new RandomStream(settings.seed(), "pool of " + view.key(), newGeneration);
    return ViewPool.draw(masks(view), settings, random);
  }

  /** One view at a time, so that the device holds no more. */
  private BlendWeights splat(View view, int[] pixels) {
    synchronized (rasterizer) {
      try (SplattedView splatted = rasterizer.splat(view.camera())) {
        BlendWeights drawn = splatted.blendWeights(pixels);
        if (rasterizer != scene.rasterizer()) {
          tellLearner(view, pixels, drawn);
        }
        return drawn;
      }
    }
  }

  private void tellLearner(View view, int[] pixels, BlendWeights drawn) {
    try {
      learner.weightsDrawn(view.camera(), pixels, drawn);
    } catch (RuntimeException | Error e) {
      drawn.close();
      throw e;
    }
  }

  private void tell(String what, int v, Progress progress) {
    progress.update(
        v / (double) pools.length, "%s of view %d of %d".formatted(what, v + 1, pools.length));
  }

  private void forget(int v) {
    if (weights[v] != null) {
      weights[v].close();
      weights[v] = null;
    }
  }

  private TwoLevelMasks masks(View view) {
    Optional<TwoLevelMasks> masks = scene.masks().masks(view);
    return masks.orElseThrow(
        () -> new InputException("there are no masks of view " + view.key() + " any more"));
  }

  @Override
  public void close() {
    for (int v = 0; v < weights.length; v++) {
      forget(v);
    }
    pooling.close();
  }
}
