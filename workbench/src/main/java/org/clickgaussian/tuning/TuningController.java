package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunBranch;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.experiment.TrainingForecast;
import org.clickgaussian.experiment.TrainingSample;
import org.clickgaussian.io.InputException;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.tuning.QueuedTraining.Standing;

/**
 * Answers what a person wants of trainings. Knows nothing of JavaFX. Used on the window's thread.
 */
public final class TuningController implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("tuning");

  /** Iterations that a branch of a finished run is given to begin with. */
  private static final int FURTHER = 1000;

  private final WorkbenchContext context;
  private final Supplier<Backend> usual;
  private final Consumer<Path> runs;
  private final Consumer<TuningState> screen;
  private final QueueKeeping kept;
  private final TrainingQueue queue;
  private final LivePreview live;
  private final RunStore store = new RunStore();
  private final Map<Hyperparameter, Double> wanted = new EnumMap<>(Hyperparameter.class);
  private TrainableScene found = TrainableScene.NONE;
  private RunDraft draft = RunDraft.of("", Optional.empty());
  private Optional<TrainingForecast> forecast = Optional.empty();
  private boolean forecasting;
  private boolean steering;

  /**
   * A controller.
   *
   * @param kept where the trainings that wait are kept from one start to the next
   * @param usual the device that trains where a training names none
   * @param runs uses a run of the open scene
   * @param screen takes what is to be shown
   */
  public TuningController(
      WorkbenchContext context,
      QueueKeeping kept,
      Supplier<Backend> usual,
      Consumer<Path> runs,
      Consumer<TuningState> screen) {
    this.context = context;
    this.kept = kept;
    this.usual = usual;
    this.runs = runs;
    this.screen = screen;
    this.live = new LivePreview(context);
    this.queue =
        new TrainingQueue(
            context.tasks(),
            context.workers().threads(),
            usual,
            this::show,
            live::look,
            this::ended,
            context.notices());
    queue.restore(kept.read(context.notices()));
    context.document().listen(document -> opened());
  }

  /** Answers an intent; what cannot be is told in a sentence. */
  public void handle(TuningIntent intent) {
    try {
      answer(intent);
    } catch (InputException e) {
      context.notices().accept(e.getMessage());
    }
    show();
  }

  private void answer(TuningIntent intent) {
    switch (intent) {
      case TuningIntent.Step step -> take(step);
      case TuningIntent.Name name -> draft = draft.named(name.name().strip());
      case TuningIntent.UseMasks use -> edit(draft.withMasks(Optional.of(use.masks())));
      case TuningIntent.HoldOut hold ->
          edit(draft.holdingOut(hold.every() == 1 ? 2 : hold.every()));
      case TuningIntent.LeaveOut leave -> edit(draft.leavingOut(leave.views()));
      case TuningIntent.Seed seed -> edit(draft.with(draft.settings().withSeed(seed.seed())));
      case TuningIntent.TrainOn on -> edit(draft.on(on.device()));
      case TuningIntent.UsePreset use -> use(use.preset());
      case TuningIntent.Change change -> change(change.parameter(), change.value());
      case TuningIntent.Steer steer -> steering = steer.running();
      case TuningIntent.Resume resume -> resume(resume.run());
      case TuningIntent.Branch branch -> branch(branch.run());
      case TuningIntent.Move move -> queue.move(move.index(), move.by());
      case TuningIntent.Remove remove -> queue.remove(remove.index());
      case TuningIntent.Release release -> queue.release(release.index());
      case TuningIntent.ShowLive shown -> live.show(shown.wanted());
    }
  }

  private void take(TuningIntent.Step step) {
    Runnable now =
        switch (step) {
          case START -> this::start;
          case FORECAST -> this::measure;
          case PAUSE -> () -> queue.pause(true);
          case GO_ON -> () -> queue.pause(false);
          case STOP -> queue::stop;
          case NO_BRANCH -> this::leaveBranch;
          case REFRESH -> this::refresh;
        };
    now.run();
  }

  private void leaveBranch() {
    edit(draft.from(Optional.empty()).named(found.freeName(this::isQueued)));
  }

  /** What is shown. */
  public TuningState state() {
    return new TuningState(
        hint(),
        found.masks(),
        draft,
        forecast,
        forecasting,
        steering && queue.running().isPresent(),
        queue.running().map(this::active),
        queue.places().stream()
            .map(
                place ->
                    new TuningState.Row(
                        place.training().name(), place.standing(), place.training().goesOn()))
            .toList(),
        found.runs(),
        live.isShown());
  }

  private TuningState.Active active(RunningTraining training) {
    RunningTraining.News news = training.news();
    if (news.told() != null) {
      wanted.entrySet().removeIf(entry -> news.told().get(entry.getKey()) == entry.getValue());
    }
    Standing standing =
        queue.places().stream()
            .filter(place -> place.training() == training.training())
            .findFirst()
            .map(TrainingQueue.Place::standing)
            .orElse(Standing.TRAINING);
    return new TuningState.Active(
        training.training().name(),
        standing,
        news.progress(),
        news.told(),
        Map.copyOf(wanted),
        news.changes(),
        Optional.ofNullable(news.learning()));
  }

  private String hint() {
    Optional<SceneDocument> document = context.document().get();
    if (document.isEmpty()) {
      return TEXTS.get("hint.no-scene");
    }
    if (document.get().folder().views().isEmpty()) {
      return TEXTS.get("hint.no-views");
    }
    return found.masks().isEmpty() && found.runs().isEmpty() ? TEXTS.get("hint.no-masks") : "";
  }

  private void show() {
    kept.keep(queue.unfinished());
    screen.accept(state());
  }

  private void edit(RunDraft next) {
    draft = next;
    forecast = Optional.empty();
  }

  private void use(TrainingPreset preset) {
    TrainingSettings settings = preset.settings(draft.settings().seed());
    if (draft.branch().isPresent()) {
      for (Hyperparameter parameter : Hyperparameter.values()) {
        if (parameter.shapesFeatures()) {
          settings = settings.with(parameter, draft.compared().get(parameter));
        }
      }
    }
    edit(draft.with(settings));
  }

  private void change(Hyperparameter parameter, double value) {
    Optional<RunningTraining> training = queue.running().filter(each -> steering);
    if (training.isPresent()) {
      training.get().control().change(parameter, value);
      wanted.put(parameter, value);
    } else {
      edit(draft.with(draft.settings().with(parameter, value)));
    }
  }

  private void start() {
    SceneDocument document = document();
    found.requireFree(draft.name(), this::isQueued);
    RunFolder folder = new RunFolder(found.run(draft.name()));
    if (draft.branch().isPresent()) {
      startBranch(document.path(), draft.branch().get(), folder, draft.settings());
    } else {
      queue.add(
          new QueuedTraining(
              document.path(), folder, Optional.of(draft.wish(document.path())), draft.device()));
      nextName();
    }
  }

  private void startBranch(
      Path scene, RunDraft.Branch branch, RunFolder folder, TrainingSettings settings) {
    Optional<Backend> device = draft.device();
    context
        .tasks()
        .submit(
            TEXTS.get("task.branching", branch.name()),
            progress -> RunBranch.create(new RunFolder(branch.run()), folder, settings),
            iteration -> {
              queue.add(new QueuedTraining(scene, folder, Optional.empty(), device));
              context
                  .notices()
                  .accept(
                      TEXTS.get(
                          "notice.branched",
                          folder.path().getFileName(),
                          branch.name(),
                          iteration));
            });
    draft = draft.from(Optional.empty());
    nextName();
  }

  private boolean isQueued(String name) {
    return queue.places().stream()
        .filter(place -> place.standing().compareTo(Standing.STOPPED) < 0)
        .anyMatch(place -> place.training().name().equals(name));
  }

  private SceneDocument document() {
    return context
        .document()
        .get()
        .orElseThrow(() -> new InputException(TEXTS.get("hint.no-scene")));
  }

  private void nextName() {
    draft = draft.named(found.freeName(this::isQueued));
  }

  private void measure() {
    if (forecasting) {
      return;
    }
    SceneDocument document = document();
    Function<OpenScene, TrainingSample> sample =
        DraftSample.of(
            draft,
            () -> draft.wish(document.path()),
            draft.device().orElseGet(usual),
            context.workers());
    RunDraft measured = draft;
    forecasting = true;
    context
        .tasks()
        .submit(
            TEXTS.get("task.forecast"),
            progress -> {
              try (OpenScene opened =
                  OpenScene.open(document.path(), context.workers(), progress.part(0, 0.1))) {
                return sample.apply(opened).forecast(progress.part(0.1, 1));
              } finally {
                context
                    .tasks()
                    .onWindowThread(
                        () -> {
                          forecasting = false;
                          show();
                        });
              }
            },
            result -> {
              if (measured == draft) {
                forecast = Optional.of(result);
                show();
              }
            });
  }

  private void resume(Path run) {
    QueuedTraining training =
        new QueuedTraining(document().path(), new RunFolder(run), Optional.empty());
    if (queue.awaits(training)) {
      throw new InputException(TEXTS.get("problem.queued", training.name()));
    }
    queue.add(training);
  }

  private void branch(Path run) {
    RunDraft.Branch from = RunDraft.Branch.of(store.read(run));
    TrainingSettings told = from.told();
    steering = false;
    RunDraft branched =
        draft.from(Optional.of(from)).named(found.branchName(from.name(), this::isQueued));
    // The branch of a run that is at its end needs iterations of its own.
    edit(
        from.iteration() < told.iterations()
            ? branched
            : branched.with(told.with(Hyperparameter.ITERATIONS, from.iteration() + FURTHER)));
  }

  private void opened() {
    live.forget();
    found = TrainableScene.NONE;
    edit(RunDraft.of("", Optional.empty()));
    refresh();
    show();
  }

  private void refresh() {
    context
        .document()
        .get()
        .ifPresent(
            document ->
                context
                    .tasks()
                    .submit(
                        TEXTS.get("task.looking"),
                        progress -> TrainableScene.look(document.path(), store),
                        looked -> take(document, looked)));
  }

  private void take(SceneDocument document, TrainableScene looked) {
    if (context.document().get().filter(now -> now == document).isPresent()) {
      found = looked;
      if (draft.masks().filter(looked.masks()::contains).isEmpty()) {
        draft = draft.withMasks(looked.masks().stream().findFirst());
      }
      if (!looked.isFree(draft.name(), this::isQueued)) {
        nextName();
      }
      show();
    }
  }

  private void ended(TrainingQueue.Place place) {
    wanted.clear();
    steering = false;
    refresh();
    live.forget();
    if (place.standing() == Standing.FINISHED) {
      context.notices().accept(TEXTS.get("notice.finished", place.training().name()));
      context
          .document()
          .get()
          .filter(document -> document.path().equals(place.training().scene()))
          .filter(document -> document.run().isEmpty())
          .ifPresent(document -> runs.accept(place.training().folder().path()));
    }
  }

  /** The training that goes on. */
  Optional<RunningTraining> running() {
    return queue.running();
  }

  @Override
  public void close() {
    queue.close();
    kept.close();
  }
}
