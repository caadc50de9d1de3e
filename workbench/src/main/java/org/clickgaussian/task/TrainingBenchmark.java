package org.clickgaussian.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.LearnerRequest;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.Trainer;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Measures iterations of training with the paper's settings, first without and then with global
 * guidance, in memory only.
 */
public final class TrainingBenchmark {

  /** Iterations before global guidance begins and with it. */
  private record Stretch(int plain, int guided) {
    int all() {
      return plain + guided;
    }
  }

  private static final Stretch USUAL = new Stretch(60, 40);
  private static final Stretch SHORT = new Stretch(3, 2);

  private final OpenScene scene;
  private final Path masks;
  private final String backend;
  private final Workers workers;
  private final Stretch stretch;

  /**
   * A benchmark of training.
   *
   * @param masks folder of the scene's masks
   * @param backend what learns, one of {@link BackendChoice}'s names
   */
  public TrainingBenchmark(OpenScene scene, Path masks, String backend, Workers workers) {
    this(scene, masks, backend, workers, USUAL);
  }

  private TrainingBenchmark(
      OpenScene scene, Path masks, String backend, Workers workers, Stretch stretch) {
    this.stretch = stretch;
    this.scene = scene;
    this.masks = masks;
    this.backend = backend;
    this.workers = workers;
  }

  /** The same over a few iterations, for OpenGL that computes on the processor. */
  public TrainingBenchmark shortened() {
    return new TrainingBenchmark(scene, masks, backend, workers, SHORT);
  }

  /** The time of an iteration without and with guidance, and of each stage of all of them. */
  public List<Measurement> iterations(Progress progress) {
    TrainingSettings settings =
        TrainingSettings.defaults(0)
            .with(Hyperparameter.ITERATIONS, stretch.all())
            .with(Hyperparameter.GLOBAL_START, stretch.plain())
            .with(Hyperparameter.POOL_RENEWALS, 0);
    TrainingPlan plan =
        TrainingPlan.begin(
            scene,
            scene.folder().folder(),
            masks,
            ViewSplit.none(scene.folder().requireViews()),
            settings,
            List.of(),
            backend);
    StageTimes stages = new StageTimes();
    Stopwatch watch = new Stopwatch();
    try (Learner learner =
            BackendChoice.open(
                LearnerRequest.of(backend),
                plan.scene(),
                settings,
                workers,
                stages,
                sentence -> {},
                progress.part(0, 0.1));
        Trainer trainer = new Trainer(plan.scene(), settings, learner, workers, stages);
        TrainingState state = Trainer.initialState(plan.scene(), settings, workers)) {
      trainer.run(state, watch, progress.part(0.1, 1));
    }
    List<Measurement> found = new ArrayList<>();
    found.add(watch.median("iteration without global guidance", 0, stretch.plain()));
    found.add(watch.median("iteration with global guidance", stretch.plain(), stretch.all()));
    for (Map.Entry<String, Double> stage : stages.seconds().entrySet()) {
      found.add(
          new Measurement(
              "stage: " + stage.getKey(),
              stage.getValue(),
              "s",
              "all of " + stretch.all() + " iterations, first use of each view included"));
    }
    return found;
  }

  /** Notes when each iteration was done. */
  private static final class Stopwatch implements TrainingListener {
    private final List<Double> seconds = new ArrayList<>();
    private long last = System.nanoTime();

    @Override
    public void iterationDone(TrainingState state, StepLosses losses) {
      long now = System.nanoTime();
      seconds.add((now - last) * 1e-9);
      last = now;
    }

    @Override
    public void clustersFound(int iteration, GlobalClusters clusters) {
      // The search is a stage of its own, not part of an iteration.
      last = System.nanoTime();
    }

    @Override
    public void checkpointDue(TrainingState state) {
      last = System.nanoTime();
    }

    Measurement median(String name, int from, int to) {
      double[] sorted =
          seconds.subList(from, to).stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return new Measurement(
          name,
          1e3 * sorted[sorted.length / 2],
          "ms",
          String.format(Locale.ROOT, "median; best %.1f ms of %d", 1e3 * sorted[0], sorted.length));
    }
  }
}
