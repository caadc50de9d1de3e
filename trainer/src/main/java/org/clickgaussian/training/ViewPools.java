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
 * The pools of all training views, drawn anew a few times in a run, and the pooling matrix that is
 * made on the way the first time, or beside it when a device draws the pools. Which pool an
 * iteration draws from follows from its number alone.
 */
final class ViewPools implements AutoCloseable {
  private final TrainingScene scene;
  private final TrainingSettings settings;
  private final Rasterizer rasterizer;
  private final Workers workers;
  private final ViewPool[] pools;
  private PoolingMatrix pooling;
  private PoolingBuild building;
  private int generation = -1;

  /**
   * Pools of a scene's views.
   *
   * @param rasterizer draws the blend weights of the pools; where it is not the scene's own, that
   *     makes the pooling matrix meanwhile
   */
  ViewPools(
      TrainingScene scene, TrainingSettings settings, Rasterizer rasterizer, Workers workers) {
    this.scene = scene;
    this.settings = settings;
    this.rasterizer = rasterizer;
    this.workers = workers;
    this.pools = new ViewPool[scene.views().size()];
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

  /** Average pooling over all segments. */
  PoolingMatrix pooling(Progress progress) {
    if (pooling == null && building == null) {
      draw(Math.max(generation, 0), progress);
    }
    return building == null ? pooling : building.await(progress);
  }

  private int generationOf(int iteration) {
    long renewals = settings.getInt(Hyperparameter.POOL_RENEWALS);
    return (int) (iteration * (renewals + 1) / settings.iterations());
  }

  private void draw(int newGeneration, Progress progress) {
    if (rasterizer == scene.rasterizer()) {
      drawOnHost(newGeneration, progress);
    } else {
      if (building == null) {
        building = new PoolingBuild(scene, settings);
      }
      // The device draws one view after the other; what the host does for them needs many threads.
      workers.forEach(pools.length, v -> drawOnDevice(v, newGeneration, progress));
    }
    generation = newGeneration;
  }

  private void drawOnHost(int newGeneration, Progress progress) {
    PoolingMatrix matrix = pooling == null ? new PoolingMatrix() : null;
    for (int v = 0; v < pools.length; v++) {
      View view = scene.views().get(v);
      tell(v, progress);
      TwoLevelMasks masks = masks(view);
      forget(v);
      try (SplattedView splatted = rasterizer.splat(view.camera())) {
        pools[v] = ViewPool.draw(splatted, masks, settings, random(view, newGeneration));
        if (matrix != null) {
          int smallest = settings.getInt(Hyperparameter.POOLED_PIXELS);
          int count = scene.gaussians().count();
          matrix.add(new SegmentPooling(splatted, count, smallest).pool(v, masks));
        }
      }
    }
    if (matrix != null) {
      pooling = matrix;
    }
  }

  private void drawOnDevice(int v, int newGeneration, Progress progress) {
    View view = scene.views().get(v);
    synchronized (rasterizer) {
      tell(v, progress);
    }
    forget(v);
    pools[v] =
        ViewPool.draw(
            pixels -> weights(view, pixels), masks(view), settings, random(view, newGeneration));
  }

  /** One view at a time, so that the device holds no more. */
  private BlendWeights weights(View view, int[] pixels) {
    synchronized (rasterizer) {
      try (SplattedView splatted = rasterizer.splat(view.camera())) {
        return splatted.blendWeights(pixels);
      }
    }
  }

  private void tell(int v, Progress progress) {
    progress.update(
        v / (double) pools.length, "blend weights of view %d of %d".formatted(v + 1, pools.length));
  }

  private RandomStream random(View view, int newGeneration) {
    return new RandomStream(settings.seed(), "pool of " + view.key(), newGeneration);
  }

  private void forget(int v) {
    if (pools[v] != null) {
      pools[v].close();
      pools[v] = null;
    }
  }

  private TwoLevelMasks masks(View view) {
    Optional<TwoLevelMasks> masks = scene.masks().masks(view);
    return masks.orElseThrow(
        () -> new InputException("there are no masks of view " + view.key() + " any more"));
  }

  @Override
  public void close() {
    for (ViewPool pool : pools) {
      if (pool != null) {
        pool.close();
      }
    }
    if (pooling != null) {
      pooling.close();
    }
    if (building != null) {
      building.close();
    }
  }
}
