package org.clickgaussian.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunSummary;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.loss.StepLosses;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.BackgroundJob;
import org.clickgaussian.task.TrainingDevice;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.training.TrainingControl;
import org.clickgaussian.training.TrainingListener;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A training that goes on, with a scene and threads of its own, so that the window may close or
 * change its scene meanwhile. {@link #news} may be asked from any thread.
 */
final class RunningTraining implements BackgroundJob<RunSummary>, TrainingListener {
  private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** The share of opening the scene: little, or the time left would be told far too short. */
  private static final double OPENING = 0.001;

  /**
   * What is known of a training.
   *
   * @param progress how far it is
   * @param told the settings of the last iteration; null before the scene is open
   * @param changes the settings changed so far, as recorded
   * @param learning what learns; null before that is known
   */
  record News(
      TrainingProgress progress,
      TrainingSettings told,
      List<SettingChange> changes,
      Learning learning) {}

  /**
   * What learns.
   *
   * @param learner the backend and its device in words
   * @param reason why it is the processor although a graphics processor might have been used
   */
  record Learning(String learner, Optional<String> reason) {}

  private final QueuedTraining training;
  private final Supplier<Backend> usual;
  private final TrainingControl control = new TrainingControl();
  private final Workers workers;
  private final Consumer<RunningTraining> audience;
  private final BiConsumer<RunningTraining, TrainingState> spectator;
  private final Consumer<String> notices;
  private volatile News news =
      new News(new TrainingProgress(0, 0, Double.NaN, Double.NaN), null, List.of(), null);
  private Optional<String> missing = Optional.empty();
  private int iterations;
  private long toldAt;
  private int toldIteration;
  private double pace = Double.NaN;

  /**
   * A training.
   *
   * @param threads to train on
   * @param usual the device that trains where the training names none; asked when it begins
   * @param audience told now and then that there is news, on the training thread
   * @param spectator sees the state after every iteration, on the training thread
   * @param notices takes what a person should know, on the training thread
   */
  RunningTraining(
      QueuedTraining training,
      int threads,
      Supplier<Backend> usual,
      Consumer<RunningTraining> audience,
      BiConsumer<RunningTraining, TrainingState> spectator,
      Consumer<String> notices) {
    this.training = training;
    this.usual = usual;
    this.workers = Workers.of(threads);
    this.audience = audience;
    this.spectator = spectator;
    this.notices = notices;
  }

  QueuedTraining training() {
    return training;
  }

  TrainingControl control() {
    return control;
  }

  /** The threads that it works on. */
  Workers workers() {
    return workers;
  }

  News news() {
    return news;
  }

  @Override
  public RunSummary run(Progress progress) {
    try (Workers own = workers;
        OpenScene scene = OpenScene.open(training.scene(), own, progress.part(0, OPENING))) {
      TrainingDevice device = TrainingDevice.of(training.device(usual.get()), training.goesOn());
      missing = device.reason();
      TrainingPlan plan = device.applyTo(training.plan(scene));
      TrainingSettings base = plan.config().settings();
      iterations = base.iterations();
      List<SettingChange> before = SettingChanges.read(training.folder().changes()).all();
      news =
          new News(new TrainingProgress(0, iterations, Double.NaN, Double.NaN), base, before, null);
      audience.accept(this);
      return plan.job(training.folder(), own)
          .run(training.goesOn(), control, this, progress.part(OPENING, 1));
    }
  }

  @Override
  public void iterationDone(TrainingState state, StepLosses losses) {
    spectator.accept(this, state);
    long now = System.nanoTime();
    if (toldAt == 0) {
      toldAt = now;
      toldIteration = state.iteration();
    }
    if (now - toldAt >= TELL_NANOS || state.iteration() == iterations) {
      measurePace(state.iteration(), (now - toldAt) / 1e9);
      toldAt = now;
      toldIteration = state.iteration();
      News last = news;
      double loss = losses.total(last.told().losses());
      news =
          new News(
              new TrainingProgress(state.iteration(), iterations, pace, loss),
              last.told(),
              last.changes(),
              last.learning());
      audience.accept(this);
    }
  }

  /** Smoothed over some ten tellings. */
  private void measurePace(int iteration, double seconds) {
    if (iteration > toldIteration && seconds > 0) {
      double now = (iteration - toldIteration) / seconds;
      pace = Double.isNaN(pace) ? now : 0.9 * pace + 0.1 * now;
    }
  }

  @Override
  public void settingsChanged(List<SettingChange> changes) {
    News last = news;
    TrainingSettings told = last.told();
    List<SettingChange> all = new ArrayList<>(last.changes());
    for (SettingChange change : changes) {
      told = told.with(change.parameter(), change.to());
      all.removeIf(
          other ->
              other.parameter() == change.parameter() && other.iteration() >= change.iteration());
      all.add(change);
    }
    news = new News(last.progress(), told, List.copyOf(all), last.learning());
    audience.accept(this);
  }

  @Override
  public void learnerOpened(String learner, Optional<String> reason) {
    News last = news;
    Learning learning = new Learning(learner, reason.or(() -> missing));
    news = new News(last.progress(), last.told(), last.changes(), learning);
    audience.accept(this);
  }

  @Override
  public void clustersFound(int iteration, GlobalClusters clusters) {
    audience.accept(this);
  }

  @Override
  public void notice(String sentence) {
    notices.accept(training.name() + ": " + sentence);
  }

  @Override
  public void checkpointDue(TrainingState state) {
    audience.accept(this);
  }
}
