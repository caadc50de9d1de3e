package org.clickgaussian.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.experiment.RunSummary;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.TaskExecutor;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.TrainingState;
import org.clickgaussian.tuning.QueuedTraining.Standing;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/**
 * Trainings in their order, one at a time: when one ends, in whatever way, the next begins. Those
 * that ended stay in the list until they are taken off it. Used on the window's thread.
 */
final class TrainingQueue {
  private static final Texts TEXTS = Texts.of("tuning");

  /** A place in the list. */
  static final class Place {
    private final QueuedTraining training;
    private Standing standing = Standing.WAITING;

    Place(QueuedTraining training) {
      this.training = training;
    }

    QueuedTraining training() {
      return training;
    }

    Standing standing() {
      return standing;
    }
  }

  private final TaskExecutor tasks;
  private final int threads;
  private final Supplier<Backend> usual;
  private final Runnable changed;
  private final BiConsumer<RunningTraining, TrainingState> spectator;
  private final Consumer<Place> ended;
  private final Consumer<String> notices;
  private final List<Place> places = new ArrayList<>();
  private RunningTraining running;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param threads that each training works on
   * @param usual the device that trains where a training names none; asked when it begins
   * @param changed told on the window's thread when the list or the training's news changed
   * @param spectator sees the state of the training after every iteration, on its thread
   * @param ended told on the window's thread when a training has ended
   * @param notices takes on the window's thread what a person should know of a training
   */
  TrainingQueue(
      TaskExecutor tasks,
      int threads,
      Supplier<Backend> usual,
      Runnable changed,
      BiConsumer<RunningTraining, TrainingState> spectator,
      Consumer<Place> ended,
      Consumer<String> notices) {
    this.tasks = tasks;
    this.notices = notices;
    this.threads = threads;
    this.usual = usual;
    this.changed = changed;
    this.spectator = spectator;
    this.ended = ended;
  }

  List<Place> places() {
    return List.copyOf(places);
  }

  Optional<RunningTraining> running() {
    return Optional.ofNullable(running);
  }

  /** Whether a training of the list that has not ended writes, or will write, into a folder. */
  boolean awaits(QueuedTraining training) {
    return places.stream()
        .filter(place -> place.standing.compareTo(Standing.STOPPED) < 0)
        .anyMatch(place -> place.training.folder().equals(training.folder()));
  }

  /** Puts trainings on the list that waited when the window was closed; none begins by itself. */
  void restore(List<QueuedTraining> trainings) {
    for (QueuedTraining training : trainings) {
      Place place = new Place(training);
      place.standing = Standing.KEPT;
      places.add(place);
    }
  }

  /** Lets a training that was restored wait for its turn. */
  void release(int index) {
    if (index >= 0 && index < places.size() && places.get(index).standing == Standing.KEPT) {
      places.get(index).standing = Standing.WAITING;
      next();
      changed.run();
    }
  }

  /** What goes on or is still to be trained, in its order; without what is being stopped. */
  List<QueuedTraining> unfinished() {
    return places.stream()
        .filter(place -> place.standing.compareTo(Standing.STOPPING) < 0)
        .map(Place::training)
        .toList();
  }

  void add(QueuedTraining training) {
    places.add(new Place(training));
    next();
    changed.run();
  }

  /** Moves a waiting training by a number of places. */
  void move(int index, int by) {
    int to = index + by;
    boolean waiting = isWaiting(index) && isWaiting(to);
    if (waiting) {
      places.add(to, places.remove(index));
      changed.run();
    }
  }

  private boolean isWaiting(int index) {
    return index >= 0 && index < places.size() && places.get(index).standing == Standing.WAITING;
  }

  /** Takes a training that does not go on off the list. */
  void remove(int index) {
    if (index >= 0
        && index < places.size()
        && (running == null || places.get(index).training != running.training())) {
      places.remove(index);
      changed.run();
    }
  }

  void pause(boolean wanted) {
    if (running != null) {
      if (wanted) {
        running.control().pause();
      } else {
        running.control().goOn();
      }
      stand(running, wanted ? Standing.PAUSED : Standing.TRAINING);
      changed.run();
    }
  }

  void stop() {
    if (running != null) {
      running.control().stop();
      stand(running, Standing.STOPPING);
      changed.run();
    }
  }

  private void stand(RunningTraining training, Standing standing) {
    places.stream()
        .filter(place -> place.training == training.training())
        .forEach(place -> place.standing = standing);
  }

  private void next() {
    if (running != null || closed) {
      return;
    }
    Optional<Place> first =
        places.stream().filter(place -> place.standing == Standing.WAITING).findFirst();
    first.ifPresent(
        place -> {
          RunningTraining training =
              new RunningTraining(
                  place.training,
                  threads,
                  usual,
                  each -> tasks.onWindowThread(this::tell),
                  spectator,
                  told -> tasks.onWindowThread(() -> notices.accept(told)));
          running = training;
          place.standing = Standing.TRAINING;
          tasks.submit(
              TEXTS.get("task.training", place.training.name()),
              progress -> run(training, progress),
              summary -> tell());
        });
  }

  private RunSummary run(RunningTraining training, Progress progress) {
    try {
      RunSummary summary = training.run(progress);
      tasks.onWindowThread(() -> end(training, Standing.FINISHED));
      return summary;
    } catch (CancelledException e) {
      tasks.onWindowThread(() -> end(training, Standing.STOPPED));
      throw e;
    } catch (RuntimeException | Error e) {
      tasks.onWindowThread(() -> end(training, Standing.FAILED));
      throw e;
    }
  }

  private void tell() {
    if (!closed) {
      changed.run();
    }
  }

  private void end(RunningTraining training, Standing standing) {
    stand(training, standing);
    if (running == training) {
      running = null;
    }
    if (!closed) {
      places.stream()
          .filter(place -> place.training == training.training())
          .findFirst()
          .ifPresent(ended);
      next();
      changed.run();
    }
  }

  /** Begins nothing more; the window's executor ends what goes on. */
  void close() {
    closed = true;
  }
}
