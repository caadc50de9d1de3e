package org.clickgaussian.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.View;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.LearnerRequest;
import org.clickgaussian.training.MemoryForecast;
import org.clickgaussian.training.MemoryPlan;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.Trainer;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingScene;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Measures a few iterations of a run on a state that is thrown away: a handful of its views, first
 * without and then with candidates, and the clustering of as many vectors as take a moment. Nothing
 * is written.
 *
 * <p>What is not known before a run is taken from the masks: the candidates of a level are as many
 * as the segments of the richest of the views looked at.
 */
public final class TrainingSample {
  private static final int VIEWS = 3;
  private static final int MOST_CLUSTERED = 2000;
  private static final int FEWEST_ITERATIONS = 3;
  private static final int MOST_ITERATIONS = 40;

  /** A run of so many iterations, sampled from so far on that no refresh falls due. */
  private static final int SAMPLED_RUN = 1000;

  private static final int SAMPLED_FROM = 800;
  private static final double ENOUGH_SECONDS = 1.5;

  private final TrainingScene whole;
  private final TrainingSettings settings;
  private final String backend;
  private final int from;
  private final Workers workers;
  private final List<View> views = new ArrayList<>();
  private final Map<Level, Long> segments = new LinkedHashMap<>();
  private final Map<Level, Integer> candidates = new LinkedHashMap<>();
  private MemoryPlan plan = MemoryPlan.KEEP_ALL;
  private int measured;
  private String learnt = "";

  /**
   * A sample of a run.
   *
   * @param scene what the run learns from
   * @param config what the run is told
   */
  public TrainingSample(TrainingScene scene, RunConfig config, Workers workers) {
    this(scene, config.settings(), config.backend(), 0, workers);
  }

  /**
   * A sample of what is left of a run.
   *
   * @param scene what the run learns from
   * @param settings what the run is told
   * @param backend what computes its gradients
   * @param from how many iterations are done already
   */
  public TrainingSample(
      TrainingScene scene, TrainingSettings settings, String backend, int from, Workers workers) {
    this.whole = scene;
    this.settings = settings;
    this.backend = backend;
    this.from = Math.min(from, settings.iterations());
    this.workers = workers;
    int count = scene.views().size();
    int probes = Math.min(VIEWS, count);
    for (int probe = 0; probe < probes; probe++) {
      views.add(scene.views().get((int) ((long) probe * count / probes)));
    }
    countSegments();
  }

  private void countSegments() {
    for (Level level : Level.values()) {
      long sum = 0;
      int most = 0;
      for (View view : views) {
        TwoLevelMasks masks = whole.masks().masks(view).orElseThrow();
        int count = (level == Level.COARSE ? masks.coarse() : masks.fine()).count();
        sum += count;
        most = Math.max(most, count);
      }
      segments.put(level, sum * whole.views().size() / views.size());
      candidates.put(level, most);
    }
  }

  /** Measures. */
  public TrainingForecast forecast(Progress progress) {
    progress.update(0, "forecasting memory");
    long limit = MemoryForecast.limitOfThisMachine();
    MemoryForecast memory =
        MemoryForecast.of(whole, settings).fastest(limit).withSnapshot(whole, settings, limit);
    plan = memory.plan();
    Map<String, Double> seconds = new LinkedHashMap<>();
    TrainingScene few =
        new TrainingScene(whole.gaussians(), whole.rasterizer(), views, whole.masks());
    progress.update(0.2, "measuring iterations");
    try {
      measure(few, backend, seconds, progress.part(0.2, 0.8));
    } catch (GlException e) {
      // The training itself would go on on the processor, too.
      measure(few, BackendChoice.CPU, seconds, progress.part(0.2, 0.8));
    }
    progress.update(0.8, "measuring the clustering");
    seconds.put("clusters", clusterSeconds(progress.part(0.8, 1)));
    return new TrainingForecast(seconds, memory, measured, learnt);
  }

  private void measure(
      TrainingScene few, String onBackend, Map<String, Double> seconds, Progress progress) {
    StageTimes times = new StageTimes();
    try (Learner learner =
        BackendChoice.open(
            LearnerRequest.of(onBackend),
            few,
            settings,
            workers,
            times,
            sentence -> {},
            progress.part(0, 0.15))) {
      learnt = learner.name();
      seconds.put("neighbours", times.seconds().getOrDefault("neighbours", 0.0));
      measureIterations(few, learner, times, seconds, progress.part(0.15, 1));
    }
  }

  private void measureIterations(
      TrainingScene few,
      Learner learner,
      StageTimes times,
      Map<String, Double> seconds,
      Progress progress) {
    int iterations = settings.iterations();
    boolean guided = settings.get(Hyperparameter.GLOBAL_WEIGHT) > 0;
    int start = guided ? settings.globalStart() : iterations;
    int plain = Math.max(0, start - from);
    int withGuidance = iterations - Math.max(start, from);
    TrainingSettings sampled =
        settings
            .with(Hyperparameter.ITERATIONS, SAMPLED_RUN)
            .with(Hyperparameter.POOL_RENEWALS, 0)
            .with(Hyperparameter.GLOBAL_INTERVAL, 1_000_000);
    double without;
    double with = 0;
    try (Trainer trainer = new Trainer(few, sampled, learner, workers, times, plan);
        TrainingState first = Trainer.initialState(few, settings, workers)) {
      without =
          iterationSeconds(
              trainer,
              new TrainingState(first.features(), first.optimizer(), SAMPLED_FROM, null, null),
              sampled.with(Hyperparameter.GLOBAL_WEIGHT, 0),
              progress.part(0, 0.6));
      if (withGuidance > 0) {
        with =
            iterationSeconds(
                trainer,
                new TrainingState(
                    first.features(),
                    first.optimizer(),
                    SAMPLED_FROM,
                    random(Level.COARSE),
                    random(Level.FINE)),
                sampled,
                progress.part(0.6, 1));
      }
    }
    double aView = times.seconds().getOrDefault("blend weights", 0.0) / views.size();
    int generations = 1 + settings.getInt(Hyperparameter.POOL_RENEWALS);
    int drawn = Math.max(1, generations - (int) ((long) from * generations / iterations));
    seconds.put("blend weights", aView * whole.views().size() * drawn);
    seconds.put("iterations before global guidance", without * plain);
    seconds.put("iterations with global guidance", with * withGuidance);
  }

  /** The median time of an iteration after the first, which draws the pools. */
  private double iterationSeconds(
      Trainer trainer, TrainingState state, TrainingSettings told, Progress progress) {
    Stopwatch watch = new Stopwatch();
    try {
      trainer.run(
          state,
          watch,
          (at, waiting) -> {
            if (watch.isEnough()) {
              throw new CancelledException("enough was measured");
            }
            return told;
          },
          (fraction, message) -> progress.update(watch.share(), "measuring iterations"));
    } catch (CancelledException e) {
      if (!watch.isEnough()) {
        throw e;
      }
    }
    measured += watch.seconds.size();
    return watch.median();
  }

  /** The time of all searches for clusters, from one of few vectors: it grows with their square. */
  private double clusterSeconds(Progress progress) {
    double seconds = 0;
    for (Level level : Level.values()) {
      int few = (int) Math.min(MOST_CLUSTERED, segments.get(level));
      int dimensions = settings.layout().dimensions(level);
      HdbscanParameters parameters =
          HdbscanParameters.of(settings.minimumClusterSize(whole.views().size()), 0.01);
      long began = System.nanoTime();
      LevelClusters.find(
          unitVectors(few, dimensions), dimensions, new int[few], parameters, workers, progress);
      double larger = segments.get(level) / (double) Math.max(1, few);
      seconds += (System.nanoTime() - began) / 1e9 * larger * larger;
    }
    return seconds * searches();
  }

  /** How often clusters are looked for: at the start of guidance, every interval, at the end. */
  private int searches() {
    if (settings.get(Hyperparameter.GLOBAL_WEIGHT) <= 0) {
      return 1;
    }
    int interval = settings.getInt(Hyperparameter.GLOBAL_INTERVAL);
    int guided = settings.iterations() - settings.globalStart();
    int done = Math.max(0, from - settings.globalStart());
    return 1 + Math.ceilDiv(guided, interval) - Math.ceilDiv(done, interval);
  }

  private Candidates random(Level level) {
    int count = candidates.get(level);
    int dimensions = settings.layout().dimensions(level);
    return new Candidates(count, dimensions, unitVectors(count, dimensions));
  }

  private static float[] unitVectors(int count, int dimensions) {
    float[] vectors = new float[count * dimensions];
    for (int i = 0; i < count; i++) {
      RandomStream random = new RandomStream(0, "forecast", i);
      double squares = 0;
      for (int d = 0; d < dimensions; d++) {
        double value = random.nextGaussian();
        vectors[i * dimensions + d] = (float) value;
        squares += value * value;
      }
      for (int d = 0; d < dimensions; d++) {
        vectors[i * dimensions + d] /= (float) Math.sqrt(squares);
      }
    }
    return vectors;
  }

  /** Times iterations. */
  private static final class Stopwatch implements TrainingListener {
    private final List<Double> seconds = new ArrayList<>();
    private double sum;
    private long last;

    @Override
    public void iterationDone(TrainingState state, StepLosses losses) {
      long now = System.nanoTime();
      if (last != 0) {
        seconds.add((now - last) / 1e9);
        sum += seconds.getLast();
      }
      last = now;
    }

    boolean isEnough() {
      return seconds.size() >= MOST_ITERATIONS
          || seconds.size() >= FEWEST_ITERATIONS && sum > ENOUGH_SECONDS;
    }

    double share() {
      return Math.clamp(
          Math.max(seconds.size() / (double) MOST_ITERATIONS, sum / ENOUGH_SECONDS), 0, 1);
    }

    double median() {
      double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted[sorted.length / 2];
    }

    @Override
    public void clustersFound(int iteration, GlobalClusters clusters) {
      throw new IllegalStateException("a sample looks for no clusters");
    }

    @Override
    public void checkpointDue(TrainingState state) {
      // A sample is thrown away.
    }
  }
}
