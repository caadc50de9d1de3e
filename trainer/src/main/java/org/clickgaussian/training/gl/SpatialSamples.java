package org.clickgaussian.training.gl;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clickgaussian.loss.GaussianSample;
import org.clickgaussian.work.CancelledException;

/**
 * The samples of Eq. 12 as bits, drawn on threads of their own some iterations ahead: a sample goes
 * through all Gaussians one after the other, which takes longer than the device's work on an
 * iteration, but samples do not depend on each other.
 */
final class SpatialSamples implements AutoCloseable {
  private final int count;
  private final int samples;
  private final ExecutorService threads;
  private final Map<Long, Future<int[]>> ahead = new HashMap<>();

  /**
   * Samples of a scene.
   *
   * @param count N
   * @param samples N_s; all Gaussians where there are no more
   * @param threads to draw on
   */
  SpatialSamples(int count, int samples, int threads) {
    this.count = count;
    this.samples = Math.min(count, samples);
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("sample-", 1).factory());
  }

  /** Whether every Gaussian is in it. */
  boolean isAll() {
    return samples == count;
  }

  /** N_s. */
  int size() {
    return samples;
  }

  /** Begins to draw the samples of seeds that will be asked for soon. */
  void foresee(long... seeds) {
    if (isAll()) {
      return;
    }
    for (long seed : seeds) {
      ahead.computeIfAbsent(
          seed, each -> threads.submit(() -> GaussianSample.draw(count, samples, each)));
    }
  }

  /**
   * The sample of a seed, one bit a Gaussian, the lowest of a word first: int[⌈N / 32⌉]; empty
   * where every Gaussian is in it.
   */
  int[] draw(long seed) {
    if (isAll()) {
      return new int[0];
    }
    Future<int[]> begun = ahead.remove(seed);
    if (begun == null) {
      return GaussianSample.draw(count, samples, seed);
    }
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while Gaussians were drawn");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the sample of Gaussians could not be drawn", e.getCause());
    }
  }

  /** Lets go of what was foreseen and never asked for. */
  @Override
  public void close() {
    ahead.clear();
    threads.shutdownNow();
  }
}
