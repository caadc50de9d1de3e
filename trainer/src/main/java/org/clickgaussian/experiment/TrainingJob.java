package org.clickgaussian.experiment;

import java.nio.file.Files;
import java.util.function.Consumer;
import org.clickgaussian.cluster.ClustersFile;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.feature.FeatureFile;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaFile;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.io.InputException;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.DeviceShare;
import org.clickgaussian.training.Learner;
import org.clickgaussian.training.LearnerRequest;
import org.clickgaussian.training.MemoryChoice;
import org.clickgaussian.training.MemoryForecast;
import org.clickgaussian.training.SegmentFeaturesFile;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.Trainer;
import org.clickgaussian.training.TrainingControl;
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
 * {@code resume} and ends with the same bits, settings changed in flight included ({@link
 * SettingChanges}).
 */
public final class TrainingJob {
  /** Hears of nothing but notices. */
  private record Notices(Consumer<String> notices) implements TrainingListener {
    @Override
    public void iterationDone(TrainingState state, StepLosses losses) {}

    @Override
    public void clustersFound(int iteration, GlobalClusters clusters) {}

    @Override
    public void notice(String sentence) {
      notices.accept(sentence);
    }

    @Override
    public void checkpointDue(TrainingState state) {}
  }

  /** Opens learners, as {@link BackendChoice#open} does. */
  @FunctionalInterface
  interface LearnerSource {
    Learner open(
        LearnerRequest request,
        TrainingScene scene,
        TrainingSettings settings,
        Workers workers,
        StageTimes times,
        Consumer<String> notices,
        Progress progress);
  }

  private final LearnerSource learners;
  private final TrainingScene scene;
  private final RunConfig config;
  private final RunFolder folder;
  private final Workers workers;
  private final MemoryChoice memory;
  private final StageTimes times = new StageTimes();

  /**
   * A job.
   *
   * @param scene what the run learns from; its views are those of {@code config}
   * @param config what the run is told; of a run that goes on, what it was told when it began
   * @param folder where the run is kept
   */
  public TrainingJob(TrainingScene scene, RunConfig config, RunFolder folder, Workers workers) {
    this(scene, config, folder, workers, MemoryChoice.FREE);
  }

  /**
   * A job with a choice of memory.
   *
   * @param memory what may be taken; changes no bit of the result
   */
  public TrainingJob(
      TrainingScene scene,
      RunConfig config,
      RunFolder folder,
      Workers workers,
      MemoryChoice memory) {
    this(scene, config, folder, workers, memory, BackendChoice::open);
  }

  /** A job that opens its learners in another way. */
  TrainingJob(
      TrainingScene scene,
      RunConfig config,
      RunFolder folder,
      Workers workers,
      MemoryChoice memory,
      LearnerSource learners) {
    this.memory = memory;
    this.learners = learners;
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
    return run(resume, new TrainingControl(), new Notices(sentence -> {}), progress);
  }

  /**
   * Trains.
   *
   * @param notices hears what the person who waits should know
   */
  public RunSummary run(boolean resume, Consumer<String> notices, Progress progress) {
    return run(resume, new TrainingControl(), new Notices(notices), progress);
  }

  /**
   * Trains, steered by a person. Should a graphics processor run out of memory on the way, the
   * training goes on from the last checkpoint with less on the device, should it be lost or compute
   * wrongly, on the processor; with a notice.
   *
   * @param control changes settings, pauses and stops
   * @param observer hears of the run on the training thread, after its record is written; of a
   *     checkpoint once its file is whole, which is some iterations after its state
   * @throws CancelledException if {@code progress} or {@code control} says so; a checkpoint is
   *     written first
   */
  public RunSummary run(
      boolean resume, TrainingControl control, TrainingListener observer, Progress progress) {
    if (!resume && Files.exists(folder.config())) {
      throw InputException.in(
          folder.path(), "already holds a run; go on with --resume or give another folder");
    }
    TrainingSettings settings = config.settings();
    progress.update(0, "forecasting memory");
    MemoryForecast all = times.measure("forecast", () -> MemoryForecast.of(scene, settings));
    long usable = memory.usableOnHost();
    MemoryForecast fitting = all.within(usable, memory.weights());
    fitting.notice(usable).ifPresent(observer::notice);
    MemoryForecast forecast = fitting.withSnapshot(scene, settings, usable);
    Attempt attempt = new Attempt(control, observer, forecast, progress);
    try (RunFolder.Hold hold = folder.hold()) {
      DeviceLadder ladder =
          new DeviceLadder(
              new LearnerRequest(
                  config.backend(), memory.deviceLimit(), DeviceShare.ALL, forecast.keepable()));
      while (true) {
        try {
          return train(attempt, ladder, resume || ladder.hasFallen());
        } catch (GlException e) {
          observer.notice(ladder.fall(e, iterationsKept()));
        }
      }
    }
  }

  /** Who steers a training, who hears of it, and what was forecast. */
  private record Attempt(
      TrainingControl control,
      TrainingListener observer,
      MemoryForecast forecast,
      Progress progress) {}

  private int iterationsKept() {
    return Files.exists(folder.checkpoint()) ? Checkpoint.iteration(folder.checkpoint()) : 0;
  }

  /** Trains on what the ladder says from the checkpoint or from the beginning. */
  private RunSummary train(Attempt attempt, DeviceLadder ladder, boolean resume) {
    TrainingSettings settings = config.settings();
    TrainingListener observer = attempt.observer();
    Progress progress = attempt.progress();
    try (Learner learner =
            learners.open(
                ladder.request(), scene, settings, workers, times, observer::notice, progress);
        Trainer trainer =
            new Trainer(scene, settings, learner, workers, times, attempt.forecast().plan());
        TrainingState state = state(resume);
        CheckpointWriter checkpoints =
            new CheckpointWriter(folder.checkpoint(), attempt.forecast().hasSnapshot(), workers)) {
      ladder.opened(learner);
      if (!ladder.hasFallen()) {
        tellBackend(learner.name(), state.iteration(), observer);
      }
      config.onBackend(learner.name()).write(folder.config());
      observer.learnerOpened(learner.description(), ladder.reason().or(learner::reason));
      TrainingSettings last = train(trainer, state, checkpoints, attempt, progress.part(0, 0.97));
      times.measure("checkpoints", () -> checkpoints.begin(state));
      return finish(trainer, state, checkpoints, last, attempt.forecast(), progress.part(0.97, 1));
    }
  }

  /** Tells when a run goes on on another backend than it came so far on. */
  private void tellBackend(String backend, int iterations, TrainingListener observer) {
    if (iterations == 0 || !Files.exists(folder.config())) {
      return;
    }
    String before = RunConfig.read(folder.config()).backend();
    if (!before.equals(backend)) {
      observer.notice(
          "the run goes on on %s; its first %d iterations were learnt on %s"
              .formatted(backend, iterations, before));
    }
  }

  private TrainingState state(boolean resume) {
    if (resume && Files.exists(folder.checkpoint())) {
      return Checkpoint.read(
          folder.checkpoint(), scene.gaussians().count(), config.settings().layout(), workers);
    }
    return Trainer.initialState(scene, config.settings(), workers);
  }

  /** Runs the iterations that are left; the settings of the last one. */
  private TrainingSettings train(
      Trainer trainer,
      TrainingState state,
      CheckpointWriter checkpoints,
      Attempt attempt,
      Progress progress) {
    try (MetricsLog log = MetricsLog.open(folder.path(), state.iteration())) {
      RunRecorder recorder = new RunRecorder(log, checkpoints, times, attempt.observer());
      SettingChanges changes = SettingChanges.read(folder.changes());
      SteeredRun steered =
          new SteeredRun(folder, config.settings(), changes, attempt.control(), recorder);
      recorder.follow(steered);
      try {
        trainer.run(state, recorder, steered, progress);
      } catch (CancelledException | GlException e) {
        keepIfThere(state, checkpoints, e);
        throw e;
      }
      return steered.settingsAt(state.iteration());
    }
  }

  /**
   * Keeps a state that may lie on a device that is lost, or that failed amid a step; the checkpoint
   * before stays then.
   */
  private static void keepIfThere(
      TrainingState state, CheckpointWriter checkpoints, RuntimeException why) {
    if (!state.isWhole()) {
      return;
    }
    try {
      checkpoints.keep(state);
    } catch (GlException e) {
      if (e != why) {
        why.addSuppressed(e);
      }
    }
  }

  private RunSummary finish(
      Trainer trainer,
      TrainingState state,
      CheckpointWriter checkpoints,
      TrainingSettings settings,
      MemoryForecast forecast,
      Progress progress) {
    GlobalClusters clusters =
        times.measure("final clusters", () -> trainer.findClusters(state, settings, progress));
    GaussianAssignment assignment =
        times.measure(
            "final clusters", () -> GaussianAssignment.of(state.features(), clusters, workers));
    times.measure("checkpoints", checkpoints::await);
    times.measure(
        "writing results",
        () -> {
          FeatureFile.write(folder.features(), scene.gaussians(), state.features());
          SegmentFeaturesFile.write(folder.segments(), trainer.poolSegments(state, progress));
          ClustersFile.write(folder.clusters(), clusters);
          PcaBases components = PcaFile.orOwn(folder.path(), state.features()).bases();
          PcaFile.write(folder.path(), components, state.features());
        });
    RunSummary summary =
        new RunSummary(
            state.iteration(), clusters, assignment, times.seconds(), forecast, trainer.learner());
    summary.write(folder.summary());
    return summary;
  }
}
