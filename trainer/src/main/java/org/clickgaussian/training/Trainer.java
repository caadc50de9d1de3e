package org.clickgaussian.training;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.loss.AdamOptimizer;
import org.clickgaussian.loss.StepInput;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Follows the gradient of Eq. 13: one view an iteration from a reshuffled list, pixels drawn from
 * the view's pool, Adam, and new global candidates every so often once global guidance has begun.
 *
 * <p>An iteration depends on the state, the settings and its number only. So a run that was cut off
 * and goes on from a checkpoint ends with the same bits.
 */
public final class Trainer implements AutoCloseable {
  private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final TrainingScene scene;
  private final TrainingSettings settings;
  private final Learner learner;
  private final Workers workers;
  private final StageTimes times;
  private final ViewPools pools;
  private final IterationDraws draws;
  private TrainingSettings inForce;

  /**
   * A trainer of one run that keeps all it needs in memory.
   *
   * @param learner follows the gradient; not closed with the trainer
   * @param times where it counts its time
   */
  public Trainer(
      TrainingScene scene,
      TrainingSettings settings,
      Learner learner,
      Workers workers,
      StageTimes times) {
    this(scene, settings, learner, workers, times, MemoryPlan.KEEP_ALL);
  }

  /**
   * A trainer of one run.
   *
   * @param learner follows the gradient; not closed with the trainer
   * @param times where it counts its time
   * @param plan what it keeps in memory
   */
  public Trainer(
      TrainingScene scene,
      TrainingSettings settings,
      Learner learner,
      Workers workers,
      StageTimes times,
      MemoryPlan plan) {
    this.scene = scene;
    this.settings = settings;
    this.inForce = settings;
    this.learner = learner;
    this.workers = workers;
    this.times = times;
    this.pools = new ViewPools(scene, settings, learner, workers, plan);
    if (!plan.weightsKept()) {
      learner.expectNewWeights();
    }
    this.draws = new IterationDraws(settings, scene.views().size(), pools, times);
  }

  /** The state before the first iteration. */
  public static TrainingState initialState(
      TrainingScene scene, TrainingSettings settings, Workers workers) {
    int count = scene.gaussians().count();
    FeatureField features =
        InitialFeatures.draw(count, settings.layout(), settings.seed(), workers);
    return new TrainingState(features, new AdamOptimizer(features, workers), 0, null, null);
  }

  /**
   * Runs the iterations that the state has not done yet.
   *
   * @throws org.clickgaussian.work.CancelledException if {@code progress} says so; the state is
   *     then that after the last whole iteration
   */
  public void run(TrainingState state, TrainingListener listener, Progress progress) {
    run(state, listener, TrainingGuide.fixed(settings), progress);
  }

  /**
   * Runs the iterations that the state has not done yet, each with settings of its own. Settings
   * that do not {@linkplain Hyperparameter#changesInFlight change in flight} stay what the trainer
   * was made with.
   *
   * @param guide says the settings of every iteration
   * @throws org.clickgaussian.work.CancelledException if {@code progress} or {@code guide} says so;
   *     the state is then that after the last whole iteration
   */
  public void run(
      TrainingState state, TrainingListener listener, TrainingGuide guide, Progress progress) {
    long lastCheckpoint = System.nanoTime();
    while (state.iteration() < settings.iterations()) {
      int iteration = state.iteration();
      double done = iteration / (double) settings.iterations();
      progress.update(done, "iteration %d of %d".formatted(iteration + 1, settings.iterations()));
      inForce = guide.beforeIteration(state, progress);
      Progress sameFraction = (fraction, message) -> progress.update(done, message);
      refreshCandidates(state, listener, sameFraction);
      StepLosses losses = step(state, sameFraction);
      state.finishIteration();
      listener.iterationDone(state, losses);
      boolean due =
          state.iteration() % settings.getInt(Hyperparameter.CHECKPOINT_INTERVAL) == 0
              || System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS;
      if (due && state.iteration() < settings.iterations()) {
        listener.checkpointDue(state);
        lastCheckpoint = System.nanoTime();
      }
    }
  }

  private StepLosses step(TrainingState state, Progress progress) {
    StepInput input = draws.next(state, learner, progress);
    learner.begin(state, input, inForce.losses(), inForce.get(Hyperparameter.LEARNING_RATE));
    draws.drawAhead(state, learner);
    StepLosses losses = learner.finish();
    draws.finished();
    return losses;
  }

  private void refreshCandidates(
      TrainingState state, TrainingListener listener, Progress progress) {
    int since = state.iteration() - settings.globalStart();
    boolean due = since >= 0 && since % settings.getInt(Hyperparameter.GLOBAL_INTERVAL) == 0;
    if (due && inForce.get(Hyperparameter.GLOBAL_WEIGHT) > 0) {
      GlobalClusters found =
          times.measure("clusters", () -> findClusters(state, inForce, progress));
      state.guideBy(found.coarse().candidates(), found.fine().candidates());
      listener.clustersFound(state.iteration(), found);
    }
  }

  /** The global clusters of the features as they are now. */
  public GlobalClusters findClusters(TrainingState state, Progress progress) {
    return findClusters(state, settings, progress);
  }

  /**
   * The global clusters of the features as they are now.
   *
   * @param wanted says how clusters are told apart
   */
  public GlobalClusters findClusters(
      TrainingState state, TrainingSettings wanted, Progress progress) {
    return new CandidateSearch(wanted, scene.views().size(), workers)
        .search(pooling(state, progress), progress);
  }

  /** What learns, in words. */
  public String learner() {
    return learner.description();
  }

  /** The pooled features of all segments as they are now. */
  public SegmentFeatures poolSegments(TrainingState state, Progress progress) {
    Function<Level, PooledFeatures> pooling = pooling(state, progress);
    return new SegmentFeatures(pooling.apply(Level.COARSE), pooling.apply(Level.FINE));
  }

  private Function<Level, PooledFeatures> pooling(TrainingState state, Progress progress) {
    return pools.pooling().of(state, learner, progress);
  }

  @Override
  public void close() {
    draws.close();
    pools.close();
  }
}
