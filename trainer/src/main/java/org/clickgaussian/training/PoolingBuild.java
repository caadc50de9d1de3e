package org.clickgaussian.training;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/**
 * Makes the pooling matrix on the host while a device learns: it is needed late, and the host has
 * little else to do. The matrix is the same whenever it is made.
 */
final class PoolingBuild implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  private final TrainingScene scene;
  private final int smallestSegment;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pooling").factory());
  private final Future<PoolingMatrix> matrix;
  private volatile int done;
  private volatile boolean stopped;

  /** Begins at once. */
  PoolingBuild(TrainingScene scene, TrainingSettings settings) {
    this.scene = scene;
    this.smallestSegment = settings.getInt(Hyperparameter.POOLED_PIXELS);
    this.matrix = thread.submit(this::build);
  }

  private PoolingMatrix build() {
    PoolingMatrix built = new PoolingMatrix();
    try {
      for (int v = 0; v < scene.views().size(); v++) {
        if (stopped) {
          throw new CancelledException("the pooling is not needed any more");
        }
        built.add(pool(scene.views().get(v), v));
        done = v + 1;
      }
      return built;
    } catch (RuntimeException | Error e) {
      built.close();
      throw e;
    }
  }

  private PoolingMatrix.ViewSegments pool(View view, int number) {
    Optional<TwoLevelMasks> masks = scene.masks().masks(view);
    try (SplattedView splatted = scene.rasterizer().splat(view.camera())) {
      return new SegmentPooling(splatted, scene.gaussians().count(), smallestSegment)
          .pool(
              number,
              masks.orElseThrow(
                  () ->
                      new InputException(
                          "there are no masks of view " + view.key() + " any more")));
    }
  }

  /**
   * Waits for the matrix, which stays the builder's to close.
   *
   * @param progress hears of the wait, and may cancel it
   */
  PoolingMatrix await(Progress progress) {
    while (true) {
      try {
        return matrix.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        int views = scene.views().size();
        progress.update(
            done / (double) views, "segments of view %d of %d".formatted(done + 1, views));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException("interrupted while segments were pooled");
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("the segments could not be pooled", cause);
  }

  /** Stops after the view at hand, waits for that, and frees the matrix. */
  @Override
  public void close() {
    stopped = true;
    thread.close();
    if (matrix.state() == Future.State.SUCCESS) {
      matrix.resultNow().close();
    }
  }
}
