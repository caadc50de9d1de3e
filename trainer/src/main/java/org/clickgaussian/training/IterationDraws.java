package org.clickgaussian.training;

import java.util.stream.IntStream;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.work.Progress;

/**
 * What is drawn for each iteration: its view, its pixels, its choice of Gaussians. All of it
 * follows from the seed and the iteration's number, so it can be drawn ahead of time.
 */
final class IterationDraws implements AutoCloseable {
  private final TrainingSettings settings;
  private final int views;
  private final ViewPools pools;
  private final StageTimes times;
  private Draw ahead;
  private Draw begun;

  /**
   * What an iteration learns from, candidates apart.
   *
   * @param iteration the number of iterations before it
   * @param weights the blend weights of its pixels
   * @param sample the pixels
   * @param spatialSeed seed of the choice of Gaussians for Eq. 12
   */
  private record Draw(
      int iteration, IterationWeights weights, PixelSample sample, long spatialSeed) {
    StepInput input(TrainingState state) {
      return new StepInput(
          state.ownFeatures(),
          weights.weights(),
          weights.rows(),
          sample.contrastivePixels(),
          sample.coarseSegments(),
          sample.fineSegments(),
          state.coarseCandidates(),
          state.fineCandidates(),
          spatialSeed);
    }
  }

  IterationDraws(TrainingSettings settings, int views, ViewPools pools, StageTimes times) {
    this.settings = settings;
    this.views = views;
    this.pools = pools;
    this.times = times;
  }

  /** The draw of the iteration that the state stands before; good until {@link #finished}. */
  StepInput next(TrainingState state, Learner learner, Progress progress) {
    Draw draw = ahead;
    ahead = null;
    if (!pools.areReadyFor(state.iteration())) {
      learner.forgetWeights();
    }
    if (draw == null || draw.iteration() != state.iteration()) {
      letGo(draw);
      draw = draw(state.iteration(), progress);
    }
    begun = draw;
    return draw.input(state);
  }

  /**
   * Draws for the iteration after the next one, and lets the learner make it ready, unless new
   * blend weights are due first or the run is over.
   */
  void drawAhead(TrainingState state, Learner learner) {
    int iteration = state.iteration() + 1;
    int last = Math.min(settings.iterations() - 1, iteration + learner.foreseen());
    learner.foresee(IntStream.rangeClosed(iteration, last).mapToLong(this::spatialSeed).toArray());
    if (iteration < settings.iterations() && pools.areReadyFor(iteration)) {
      ahead = draw(iteration, Progress.NONE);
      learner.prepare(ahead.input(state));
    }
  }

  /** The iteration that was drawn last is over: what is its alone is freed. */
  void finished() {
    letGo(begun);
    begun = null;
  }

  private static void letGo(Draw draw) {
    if (draw != null) {
      draw.weights().close();
    }
  }

  private Draw draw(int iteration, Progress progress) {
    int view = viewOf(iteration);
    ViewPool pool =
        times.measure("blend weights", () -> pools.forIteration(iteration, view, progress));
    RandomStream random = new RandomStream(settings.seed(), "pixels", iteration);
    PixelSample sample = times.measure("sampling", () -> pool.sample(settings, random));
    return new Draw(iteration, weights(view, sample.rows()), sample, spatialSeed(iteration));
  }

  private IterationWeights weights(int view, int[] rows) {
    return pools.keepWeights()
        ? pools.kept(view, rows)
        : times.measure("blend weights of iterations", () -> pools.recomputed(view, rows));
  }

  private long spatialSeed(int iteration) {
    return new RandomStream(settings.seed(), "spatial", iteration).nextLong();
  }

  /** The view of an iteration: the views in an order that is shuffled anew for every round. */
  private int viewOf(int iteration) {
    int[] order = IntStream.range(0, views).toArray();
    new RandomStream(settings.seed(), "view order", iteration / views).shuffle(order);
    return order[iteration % views];
  }

  @Override
  public void close() {
    finished();
    letGo(ahead);
    ahead = null;
  }
}
