package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.ShownMasks;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskReport;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.FailedWork;
import org.clickgaussian.viewport.frame.ViewportMode;

/**
 * Knows what the masks pane shows and answers its intents. Knows nothing of JavaFX. Used on the
 * window's thread.
 */
public final class MasksController implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("masks");

  /** A scene to look at, and the mask set that is wanted of it. */
  private record Question(SceneDocument document, Optional<Path> wanted) {}

  private final MaskBoard board;
  private final PaneWork work;
  private final MaskGeneration generation;
  private final MaskChecking checking;
  private final MaskPreviews previews;
  private final BroughtFiles files;
  private final ClickableSplat clickable;
  private final LatestRequest<Question> looker = new LatestRequest<>("mask-sets", this::look);
  private Level level = Level.COARSE;
  private boolean closed;

  /**
   * Follows whatever document the window shows.
   *
   * @param models where models lie
   * @param effort of the way from a bare splat to clicks
   * @param screen takes what is to be shown
   */
  MasksController(
      WorkbenchContext context,
      ModelsFolder models,
      MaskStage stage,
      SceneShell shell,
      ClickableSplat.Effort effort,
      Consumer<MasksState> screen) {
    this.board = new MaskBoard(context, models, stage, screen);
    this.work = new PaneWork(board, this::refresh);
    this.generation = new MaskGeneration(board, work, this::refresh);
    this.checking = new MaskChecking(board, work, this::refresh);
    this.previews = new MaskPreviews(board);
    this.files = new BroughtFiles(board, work);
    this.clickable = new ClickableSplat(board, work, generation, shell, effort, this::choose);
    context.document().listen(document -> reset());
    context.document().listenToChanges(aspect -> changed());
    reset();
  }

  /** What is shown. */
  public MasksState state() {
    return board.state();
  }

  /** Answers an intent. */
  public void handle(MasksIntent intent) {
    switch (intent) {
      case MasksIntent.Refresh refresh -> refresh();
      case MasksIntent.Choose choose -> choose(choose.folder());
      case MasksIntent.OpenForm form ->
          board.put(state -> state.withMaking(state.making().withOpen(form.open())));
      case MasksIntent.Enter enter ->
          board.put(state -> state.withMaking(state.making().withForm(enter.form())));
      case MasksIntent.Generate generate -> generate();
      case MasksIntent.Stop stop -> work.stop();
      case MasksIntent.InstallModel install -> files.installModel();
      case MasksIntent.Import wanted -> importMasks(wanted.folder());
      case MasksIntent.Check check -> check();
      case MasksIntent.LeaveOut out -> leaveOut(List.of(out.view()), out.leftOut());
      case MasksIntent.LeaveOutSuspicious all ->
          leaveOut(
              state().check().suspicious().stream().map(MaskReport.LeaveOut::view).toList(), true);
      case MasksIntent.Look look -> look(look.view());
      case MasksIntent.Arrive arrive -> arrive(arrive.view());
      case MasksIntent.ShowDisagreement show -> showDisagreement(show.shown());
      case MasksIntent.MakeClickable make -> makeClickable();
    }
  }

  private void reset() {
    work.let();
    board.stage().lay(Optional.empty());
    board.put(state -> state.withScene(facts()));
    refresh();
  }

  private MasksState.Scene facts() {
    return board
        .document()
        .map(
            document ->
                new MasksState.Scene(
                    true,
                    document.folder().views().size(),
                    MaskGeneration.withPhotos(document.folder()).size(),
                    document.run().isPresent()))
        .orElse(MasksState.Scene.NONE);
  }

  private void changed() {
    MasksState.Scene facts = facts();
    if (!facts.equals(state().scene())) {
      board.put(state -> state.withFacts(facts));
      refresh();
    }
    followDocument();
    Level now = board.document().map(document -> document.state().level()).orElse(level);
    if (now != level) {
      level = now;
      previews.want();
    }
  }

  /** Another set may be chosen elsewhere, in the project's tree. */
  private void followDocument() {
    board
        .document()
        .flatMap(SceneDocument::masks)
        .map(ShownMasks::folder)
        .filter(folder -> !state().sets().chosen().equals(Optional.of(folder)))
        .ifPresent(this::choose);
  }

  private void refresh() {
    if (!closed) {
      board
          .document()
          .ifPresent(document -> looker.submit(new Question(document, state().sets().chosen())));
    }
  }

  /** On the looker's thread, since a folder may lie on a disk that takes its time. */
  private void look(Question question) {
    try {
      MaskSets.Found found = MaskSets.look(question.document(), question.wanted(), board.models());
      board.context().tasks().onWindowThread(() -> found(question, found));
    } catch (RuntimeException e) {
      board
          .context()
          .tasks()
          .onWindowThread(
              () -> FailedWork.report(board.context().tasks(), TEXTS.get("sets.task"), e));
    }
  }

  private void found(Question question, MaskSets.Found found) {
    boolean overtaken = !state().sets().chosen().equals(question.wanted());
    if (closed || overtaken || !board.shows(question.document())) {
      return;
    }
    board.put(
        state ->
            state
                .withSets(new MasksState.Sets(found.entries(), found.chosen()))
                .withMaking(
                    state.making().withModels(found.models()).withForm(usable(state, found)))
                .withCheck(new MasksState.Check(state.check().report(), found.leftOut())));
    found.chosen().ifPresent(folder -> showInViewport(question.document(), folder));
  }

  /** A form that nobody touched names a model that is ready, if any is. */
  private static GenerationForm usable(MasksState state, MaskSets.Found found) {
    GenerationForm form = state.making().form();
    boolean untouched = form.equals(GenerationForm.DEFAULTS);
    boolean anyReady = !found.models().isEmpty() && found.models().getFirst().ready();
    boolean ready =
        found.models().stream().anyMatch(m -> m.ready() && m.name().equals(form.model()));
    return untouched && anyReady && !ready
        ? form.withModel(found.models().getFirst().name())
        : form;
  }

  private static void showInViewport(SceneDocument document, Path folder) {
    if (document.masks().map(ShownMasks::folder).filter(folder::equals).isEmpty()) {
      document.showMasks(folder);
    }
  }

  private void choose(Path folder) {
    board.put(
        state ->
            state
                .withSets(new MasksState.Sets(state.sets().entries(), Optional.of(folder)))
                .withCheck(new MasksState.Check(Optional.empty(), LeftOutViews.NONE)));
    // Read anew even if it was shown before: its files may be others now.
    board.document().ifPresent(document -> document.showMasks(folder));
    refresh();
    previews.want();
  }

  private void generate() {
    GenerationForm form = state().making().form();
    board
        .document()
        .filter(document -> state().idle())
        .ifPresent(document -> generation.begin(document, form, this::choose));
  }

  private void importMasks(boolean folder) {
    board
        .document()
        .filter(document -> state().idle() && state().scene().views() > 0)
        .ifPresent(document -> files.importMasks(document, folder, this::choose));
  }

  private void check() {
    Optional<Path> masks = state().sets().chosenEntry().map(MaskSetEntry::folder);
    board
        .document()
        .filter(document -> masks.isPresent() && state().idle())
        .ifPresent(document -> checking.check(document, masks.get()));
  }

  private void leaveOut(List<String> views, boolean leftOut) {
    state().sets().chosen().ifPresent(masks -> checking.leaveOut(masks, views, leftOut));
  }

  private void look(String view) {
    board.put(
        state ->
            state.withLook(
                new MasksState.Look(
                    Optional.of(view), state.look().disagreement(), state.look().preview())));
    board.stage().fly(view, mode());
    previews.want();
  }

  private void arrive(String view) {
    MasksState.Look look = state().look();
    if (look.disagreement() && look.view().filter(view::equals).isEmpty()) {
      board.put(
          state -> state.withLook(new MasksState.Look(Optional.of(view), true, look.preview())));
      previews.want();
    }
  }

  /** The disagreement is laid over the scene in its own colours. */
  private ViewportMode mode() {
    return state().look().disagreement() ? ViewportMode.COLOUR : ViewportMode.MASKS;
  }

  /** Of the view that was selected, else of the one at which the camera stands. */
  private void showDisagreement(boolean shown) {
    Optional<String> view = state().look().view().or(board.stage()::standingAt);
    board.put(state -> state.withLook(new MasksState.Look(view, shown, state.look().preview())));
    view.ifPresent(key -> board.stage().fly(key, mode()));
    previews.want();
  }

  private void makeClickable() {
    board.document().filter(document -> state().idle()).ifPresent(clickable::goOn);
  }

  @Override
  public void close() {
    closed = true;
    looker.close();
    previews.close();
  }
}
