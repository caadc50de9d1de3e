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
 * made on the way the first time. Which pool an iteration draws from follows from its number alone.
 */
final class ViewPools implements AutoCloseable {
  private final TrainingScene scene;
  private final TrainingSettings settings;
  private final Rasterizer rasterizer;
  private final Workers workers;
  private final ViewPool[] pools;
  private PoolingMatrix pooling;
  private int generation = -1;

  /**
   * Pools of a scene's views.
   *
   * @param rasterizer draws the blend weights of the pools; the pooling matrix is drawn by the
   *     scene's own, which goes through a tile Gaussian by Gaussian
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
    if (pooling == null) {
      draw(Math.max(generation, 0), progress);
    }
    return pooling;
  }

  private int generationOf(int iteration) {
    long renewals = settings.getInt(Hyperparameter.POOL_RENEWALS);
    return (int) (iteration * (renewals + 1) / settings.iterations());
  }

  private void draw(int newGeneration, Progress progress) {
    PoolingMatrix matrix = pooling == null ? new PoolingMatrix() : null;
    boolean onDevice = rasterizer != scene.rasterizer();
    if (onDevice) {
      // The device draws one view after the other; what the host does for them needs many threads.
      workers.forEach(pools.length, v -> drawOnDevice(v, newGeneration, progress));
    }
    for (int v = 0; v < pools.length && !(onDevice && matrix == null); v++) {
      View view = scene.views().get(v);
      tell(v, progress);
      TwoLevelMasks masks = masks(view);
      try (SplattedView splatted = scene.rasterizer().splat(view.camera())) {
        if (!onDevice) {
          forget(v);
          pools[v] = ViewPool.draw(splatted, masks, settings, random(view, newGeneration));
        }
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
    generation = newGeneration;
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
  }
}
