package org.clickgaussian.experiment;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.clickgaussian.cluster.ClustersFile;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.feature.FeatureFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.GradientBackend;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.MemoryForecast;
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
 * Trains a run into its folder: begins it or goes on from its checkpoint, keeps its record, and
 * ends with the features, the clusters and a summary. A run cut off at any moment goes on with
 * {@code resume} and ends with the same bits.
 */
public final class TrainingJob {
  private final TrainingScene scene;
  private final RunConfig config;
  private final RunFolder folder;
  private final Workers workers;
  private final StageTimes times = new StageTimes();

  /**
   * A job.
   *
   * @param scene what the run learns from; its views are those of {@code config}
   * @param config what the run is told; of a run that goes on, what it was told when it began
   * @param folder where the run is kept
   */
  public TrainingJob(TrainingScene scene, RunConfig config, RunFolder folder, Workers workers) {
    this.scene = scene;
    this.config = config;
    this.folder = folder;
    this.workers = workers;
  }

  /**
   * Trains.
   *
   * @param resume go on from the folder's checkpoint, or begin where it has none; otherwise the
   *     folder must hold no run yet
   * @throws InputException if the folder holds a run already, another training writes to it, or the
   *     memory does not suffice
   * @throws CancelledException if {@code progress} says so; a checkpoint is written first
   */
  public RunSummary run(boolean resume, Progress progress) {
    if (!resume && Files.exists(folder.config())) {
      throw InputException.in(
          folder.path(), "already holds a run; go on with --resume or give another folder");
    }
    TrainingSettings settings = config.settings();
    progress.update(0, "forecasting memory");
    MemoryForecast forecast = times.measure("forecast", () -> MemoryForecast.of(scene, settings));
    forecast.requireWithin(MemoryForecast.limitOfThisMachine());
    try (RunFolder.Hold hold = folder.hold();
        GradientBackend backend =
            times.measure(
                "neighbours",
                () -> BackendChoice.open(config.backend(), scene, settings, workers, progress));
        Trainer trainer = new Trainer(scene, settings, backend, workers, times);
        TrainingState state = state(resume)) {
      config.write(folder.config());
      train(trainer, state, progress.part(0, 0.97));
      times.measure("checkpoints", () -> Checkpoint.write(folder.checkpoint(), state));
      return finish(trainer, state, forecast, progress.part(0.97, 1));
    }
  }

  private TrainingState state(boolean resume) {
    if (resume && Files.exists(folder.checkpoint())) {
      return Checkpoint.read(
          folder.checkpoint(), scene.gaussians().count(), config.settings().layout(), workers);
    }
    return Trainer.initialState(scene, config.settings(), workers);
  }

  private void train(Trainer trainer, TrainingState state, Progress progress) {
    try (MetricsLog log = MetricsLog.open(folder.path(), state.iteration())) {
      try {
        trainer.run(state, new Recorder(log), progress);
      } catch (CancelledException e) {
        Checkpoint.write(folder.checkpoint(), state);
        throw e;
      }
    }
  }

  private RunSummary finish(
      Trainer trainer, TrainingState state, MemoryForecast forecast, Progress progress) {
    GlobalClusters clusters =
        times.measure("final clusters", () -> trainer.findClusters(state, progress));
    GaussianAssignment assignment =
        times.measure(
            "final clusters", () -> GaussianAssignment.of(state.features(), clusters, workers));
    times.measure(
        "writing results",
        () -> {
          FeatureFile.write(folder.features(), scene.gaussians(), state.features());
          ClustersFile.write(folder.clusters(), clusters);
        });
    RunSummary summary =
        new RunSummary(state.iteration(), clusters, assignment, times.seconds(), forecast);
    summary.write(folder.summary());
    return summary;
  }

  /** Keeps the record and the checkpoints of a run. */
  private final class Recorder implements TrainingListener {
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final MetricsLog log;
    private final long start = System.nanoTime();
    private long flushed = start;

    Recorder(MetricsLog log) {
      this.log = log;
    }

    @Override
    public void iterationDone(TrainingState state, StepLosses losses) {
      double seconds = (System.nanoTime() - start) / 1e9;
      log.add(MetricsRow.of(state, seconds, losses, config.settings()));
      if (System.nanoTime() - flushed > FLUSH_NANOS) {
        log.flush();
        flushed = System.nanoTime();
      }
    }

    @Override
    public void clustersFound(int iteration, GlobalClusters clusters) {
      log.flush();
    }

    @Override
    public void checkpointDue(TrainingState state) {
      times.measure(
          "checkpoints",
          () -> {
            log.flush();
            Checkpoint.write(folder.checkpoint(), state);
          });
    }
  }
}
