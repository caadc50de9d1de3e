package org.clickgaussian.experiment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.StageTimes;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingState;

/**
 * Keeps the record and the checkpoints of a run, and tells an observer after that.
 *
 * <p>A checkpoint that is due while the one before is still being written is taken as soon as that
 * one is done: waiting would hold the training to the pace of a slow disk, and leaving it out could
 * lose twice the interval if the run is killed. So a kill loses at most the interval and the time
 * that one file takes. When a checkpoint is taken changes no bit of the run.
 */
final class RunRecorder implements TrainingListener {
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final MetricsLog log;
  private final CheckpointWriter checkpoints;
  private final StageTimes times;
  private final TrainingListener observer;
  private final long start = System.nanoTime();
  private SteeredRun steered;
  private long flushed = start;
  private boolean owed;

  RunRecorder(
      MetricsLog log, CheckpointWriter checkpoints, StageTimes times, TrainingListener observer) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.times = times;
    this.observer = observer;
  }

  /** Says who knows the settings of the iterations; before the first. */
  void follow(SteeredRun run) {
    steered = run;
  }

  @Override
  public void iterationDone(TrainingState state, StepLosses losses) {
    long nanos = System.nanoTime() - start - steered.pausedNanos();
    double seconds = log.secondsBefore() + nanos / 1e9;
    log.add(MetricsRow.of(state, seconds, losses, steered.inForce()));
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      log.flush();
      flushed = System.nanoTime();
    }
    observer.iterationDone(state, losses);
    if (checkpoints.hasCome()) {
      observer.checkpointDue(state);
    }
    if (owed) {
      checkpointDue(state);
    }
  }

  @Override
  public void clustersFound(int iteration, GlobalClusters clusters) {
    log.flush();
    observer.clustersFound(iteration, clusters);
  }

  @Override
  public void settingsChanged(List<SettingChange> changes) {
    log.flush();
    observer.settingsChanged(changes);
  }

  @Override
  public void checkpointDue(TrainingState state) {
    owed = checkpoints.isBusy();
    if (!owed) {
      times.measure(
          "checkpoints",
          () -> {
            log.flush();
            checkpoints.begin(state);
          });
    }
  }

  /** The run waits: its checkpoint is whole when this returns, for whoever branches off from it. */
  void paused(TrainingState state) {
    times.measure(
        "checkpoints",
        () -> {
          log.flush();
          checkpoints.keep(state);
        });
    owed = false;
    observer.checkpointDue(state);
  }
}
