package org.clickgaussian.feature.space;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.clickgaussian.work.Progress;
import smile.manifold.TSNE;
import smile.math.MathEx;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/** SMILE's t-SNE, with exact forces between all pairs. */
final class SmileTsne {
  private static final int DIMENSIONS = 2;
  private static final int ITERATIONS = 500;
  private static final double PERPLEXITY = 30;
  private static final double RATE = 200;
  private static final double EXAGGERATION = 12;

  /** Fewer points have no neighbourhoods to speak of. */
  private static final int FEWEST = 8;

  /**
   * SMILE's parallel sums are cut by the parallelism of the pool that they run in, so a fixed one
   * gives the same bits on every machine; two leave others something to work with.
   */
  private static final int PARALLELISM = 2;

  private SmileTsne() {}

  /**
   * Lays out points; row-major float[n][2].
   *
   * @param rows not changed
   */
  static float[] layOut(double[][] rows, long seed, Progress progress) {
    int n = rows.length;
    float[] result = new float[n * DIMENSIONS];
    if (n < FEWEST) {
      for (int i = 0; i < n; i++) {
        result[DIMENSIONS * i] = i;
      }
      return result;
    }
    progress.update(0, "finding neighbours");
    double[][] points = unlikeDistances(rows);
    double[][] places;
    try (ForkJoinPool pool = new ForkJoinPool(PARALLELISM)) {
      places = pool.submit(() -> fit(points, seed, progress)).join();
    }
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        result[DIMENSIONS * i + d] = (float) places[i][d];
      }
    }
    return result;
  }

  private static double[][] fit(double[][] points, long seed, Progress progress) {
    MathEx.setSeed(seed);
    TSNE.Options options =
        new TSNE.Options(
            DIMENSIONS,
            Math.min(PERPLEXITY, (points.length - 1) / 3.0),
            RATE,
            EXAGGERATION,
            ITERATIONS,
            ITERATIONS,
            1e-7,
            0.5,
            0.8,
            250,
            0.01,
            new Reporter(progress));
    return TSNE.fit(points, options).coordinates();
  }

  /** SMILE takes a square matrix for distances: another column of zeros changes nothing else. */
  private static double[][] unlikeDistances(double[][] rows) {
    return rows.length != rows[0].length
        ? rows
        : Arrays.stream(rows).map(r -> Arrays.copyOf(r, r.length + 1)).toArray(double[][]::new);
  }

  /** Told every tenth iteration; a cancellation is thrown right through the loop. */
  private static final class Reporter extends IterativeAlgorithmController<AlgoStatus> {
    private final Progress progress;

    Reporter(Progress progress) {
      super(Runnable::run, 1);
      this.progress = progress;
    }

    @Override
    public void submit(AlgoStatus status) {
      progress.update(
          Math.min(1, status.iteration() / (double) ITERATIONS),
          "laying out, round " + status.iteration() + " of " + ITERATIONS);
    }
  }
}
