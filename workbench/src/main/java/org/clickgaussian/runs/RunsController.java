package org.clickgaussian.runs;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.evaluation.TruthProtocol;
import org.clickgaussian.experiment.EvaluationJob;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunEvaluation;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.experiment.compare.RunColumn;
import org.clickgaussian.experiment.compare.RunComparison;
import org.clickgaussian.experiment.compare.RunQuery;
import org.clickgaussian.experiment.compare.TableFormat;
import org.clickgaussian.experiment.report.ComparisonReport;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.FailedWork;
import org.clickgaussian.work.Progress;

/**
 * Knows the runs of the open scene and what a person does with them. Folders are looked at on a
 * thread of its own. Knows nothing of JavaFX. Used on the window's thread.
 */
final class RunsController implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("runs");
  private static final String PAINTED = "propagation";

  private final WorkbenchContext context;
  private final RunSelection selection;
  private final Outside outside;
  private final Consumer<RunsState> screen;
  private final RunStore store = new RunStore();
  private final RunTrash trash = new RunTrash();
  private final LatestRequest<SceneDocument> looker = new LatestRequest<>("runs", this::look);
  private final Set<String> visible;
  private RunComparison.Choice choice = RunComparison.Choice.DEFAULT;
  private String search = "";
  private Looked looked = Looked.NOTHING;
  private SceneDocument toldOf;
  private RunsState state;

  /** Of the looker's thread. */
  private WeakReference<SceneDocument> fingerprinted = new WeakReference<>(null);

  private SceneFingerprint fingerprint;

  /**
   * What is asked of other parts of the window.
   *
   * @param use makes clicks be answered from a run
   * @param goTo makes the viewport fly to a view
   * @param columns the keys of the columns that were chosen last
   * @param keepColumns remembers them
   */
  record Outside(
      Consumer<Path> use,
      Consumer<String> goTo,
      List<String> columns,
      Consumer<List<String>> keepColumns) {}

  /** What lies on disk. */
  private record Looked(List<RunRecord> runs, List<Path> truths, SceneFingerprint scene) {
    static final Looked NOTHING = new Looked(List.of(), List.of(), null);
  }

  /**
   * Follows whatever document the window shows.
   *
   * @param screen takes what is to be shown
   */
  RunsController(
      WorkbenchContext context,
      RunSelection selection,
      Outside outside,
      Consumer<RunsState> screen) {
    this.context = context;
    this.selection = selection;
    this.outside = outside;
    this.visible = new LinkedHashSet<>(outside.columns());
    this.screen = screen;
    selection.listen(this::put);
    context
        .document()
        .listen(
            document -> {
              looked = Looked.NOTHING;
              toldOf = null;
              selection.pick(List.of());
              put();
              refresh();
            });
    context
        .document()
        .listenToChanges(
            aspect -> {
              if (aspect == Aspect.RUN) {
                put();
              }
            });
    put();
    refresh();
  }

  /** What is shown. */
  RunsState state() {
    return state;
  }

  /** The run that {@link RunsIntent.BringBack} would bring back. */
  Optional<Path> deleted() {
    return trash.last();
  }

  /** Answers an intent. */
  void handle(RunsIntent intent) {
    switch (intent) {
      case RunsIntent.Search wanted -> {
        search = wanted.words();
        put();
      }
      case RunsIntent.ShowColumn column -> {
        boolean changed = column.shown() ? visible.add(column.key()) : visible.remove(column.key());
        if (changed) {
          outside.keepColumns().accept(List.copyOf(visible));
          put();
        }
      }
      case RunsIntent.Pick pick -> selection.pick(pick.runs());
      case RunsIntent.Pin pin -> selection.pin(pin.run());
      case RunsIntent.ByMethod by -> choose(choice.byMethod(Optional.of(by.method())));
      case RunsIntent.SeedsTogether seeds -> choose(choice.withSeedsTogether(seeds.together()));
      case RunsIntent.WithReference reference ->
          choose(choice.countingReference(reference.counted()));
      case RunsIntent.By by -> choose(choice.by(by.metric()));
      case RunsIntent.Use use -> outside.use().accept(use.run());
      case RunsIntent.Evaluate evaluate ->
          context
              .document()
              .get()
              .ifPresent(document -> evaluate(document, state.picked(), evaluate));
      case RunsIntent.Export export -> export(export);
      case RunsIntent.Report report -> report(report.file());
      case RunsIntent.Delete delete -> delete(delete.run());
      case RunsIntent.BringBack back -> trash.lastMoved().ifPresent(this::bringBack);
      case RunsIntent.GoTo go -> outside.goTo().accept(go.view());
      case RunsIntent.Refresh again -> refresh();
    }
  }

  private void choose(RunComparison.Choice next) {
    choice = next;
    put();
  }

  private void refresh() {
    context.document().get().ifPresent(looker::submit);
  }

  /** On the looker's thread. */
  private void look(SceneDocument document) {
    try {
      ProjectContent content = ProjectContent.of(document.path());
      Path runs = content.scene().resolve(ProjectContent.FOLDER).resolve("runs");
      List<RunRecord> found = Files.isDirectory(runs) ? store.list(content.scene()) : List.of();
      List<Path> truths = content.annotations().stream().map(FolderEntry::folder).toList();
      Looked now = new Looked(found, truths, fingerprint(document));
      context.tasks().onWindowThread(() -> found(document, now));
    } catch (InputException e) {
      context.tasks().onWindowThread(() -> failed(document, e));
    } catch (IllegalStateException e) {
      // The scene was closed meanwhile: there is nobody to tell. What else it may be is told.
      context.tasks().onWindowThread(() -> failed(document, e));
    }
  }

  /** Computed once for each scene; of the looker's thread. */
  private SceneFingerprint fingerprint(SceneDocument document) {
    if (fingerprinted.get() != document) {
      fingerprint = document.reading(() -> SceneFingerprint.of(document.original()));
      fingerprinted = new WeakReference<>(document);
    }
    return fingerprint;
  }

  private void found(SceneDocument document, Looked now) {
    if (isShown(document) && !now.equals(looked)) {
      looked = now;
      put();
    }
  }

  /** Once for each document: looking goes on, and would fail again. */
  private void failed(SceneDocument document, RuntimeException failure) {
    if (isShown(document) && toldOf != document) {
      toldOf = document;
      FailedWork.report(context.tasks(), TEXTS.get("task.looking"), failure);
    }
  }

  private boolean isShown(SceneDocument document) {
    return context.document().get().filter(now -> now == document).isPresent();
  }

  private void put() {
    List<RunRecord> picked =
        selection.runs().stream()
            .flatMap(
                path ->
                    looked.runs().stream()
                        .filter(run -> run.folder().toAbsolutePath().normalize().equals(path)))
            .toList();
    state =
        new RunsState(
            context.document().get().isPresent(),
            looked.runs(),
            RunQuery.filter(looked.runs(), search),
            RunColumn.of(looked.runs()),
            Set.copyOf(visible),
            looked.truths(),
            context.document().get().flatMap(SceneDocument::run).map(RunSession::folder),
            picked.isEmpty() ? Optional.empty() : Optional.of(compare(picked)),
            choice,
            selection.baseline(),
            looked.runs().stream()
                .filter(this::isOfAnotherScene)
                .map(RunRecord::folder)
                .collect(Collectors.toSet()),
            picked);
    screen.accept(state);
  }

  /** A method that none of the picked runs was scored by gives way to the first one. */
  private RunComparison compare(List<RunRecord> picked) {
    Optional<Path> baseline =
        selection
            .baseline()
            .filter(
                path ->
                    picked.stream()
                        .anyMatch(run -> run.folder().toAbsolutePath().normalize().equals(path)));
    Optional<String> method =
        choice
            .method()
            .filter(
                wanted ->
                    picked.stream()
                        .flatMap(run -> run.scores().stream())
                        .anyMatch(scores -> scores.methods().contains(wanted)));
    return RunComparison.of(picked, choice.against(baseline).byMethod(method));
  }

  /** Whether a run was trained on another scene than the one that is open. */
  private boolean isOfAnotherScene(RunRecord run) {
    return looked.scene() != null
        && run.config().filter(told -> !told.fingerprint().equals(looked.scene())).isPresent();
  }

  /** One after the other, of a scene opened once: what is edited in the window does not count. */
  private void evaluate(SceneDocument document, List<RunRecord> runs, RunsIntent.Evaluate wanted) {
    String names = String.join(", ", runs.stream().map(RunRecord::name).toList());
    context
        .tasks()
        .submit(
            TEXTS.get("task.evaluating", names),
            progress -> scored(document.path(), runs, wanted, progress),
            remarks -> {
              tell(names, remarks);
              refresh();
            });
  }

  /** What a person should know about the scores. */
  private List<String> scored(
      Path path, List<RunRecord> runs, RunsIntent.Evaluate wanted, Progress progress) {
    Set<String> remarks = new LinkedHashSet<>();
    try (OpenScene scene = OpenScene.open(path, context.workers(), progress.part(0, 0.05))) {
      for (int i = 0; i < runs.size(); i++) {
        EvaluationJob job =
            new EvaluationJob(
                new RunFolder(runs.get(i).folder()),
                wanted.truth(),
                TruthProtocol.guess(wanted.truth()),
                wanted.computedClusters(),
                RunEvaluation.Options.DEFAULT,
                Optional.of(PAINTED));
        double from = 0.05 + 0.95 * i / runs.size();
        Progress part = progress.part(from, from + 0.95 / runs.size());
        remarks.addAll(job.run(scene, path, context.workers(), part).scores().warnings());
      }
    }
    return List.copyOf(remarks);
  }

  private void tell(String names, List<String> remarks) {
    context
        .notices()
        .accept(
            remarks.isEmpty()
                ? TEXTS.get("notice.evaluated", names)
                : TEXTS.get("notice.evaluated-but", names, remarks.size(), remarks.getFirst()));
  }

  private void export(RunsIntent.Export export) {
    state
        .comparison()
        .ifPresent(
            comparison ->
                context
                    .tasks()
                    .submit(
                        TEXTS.get("task.exporting"),
                        progress -> write(export.file(), export.format(), comparison),
                        file -> context.notices().accept(TEXTS.get("notice.written", file))));
  }

  private static Path write(Path file, TableFormat format, RunComparison comparison) {
    byte[] text = format.write(comparison.tables()).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, stream -> stream.write(text));
    return file;
  }

  private void report(Path file) {
    state
        .comparison()
        .ifPresent(
            comparison ->
                context
                    .tasks()
                    .submit(
                        TEXTS.get("task.reporting"),
                        progress -> {
                          ComparisonReport.write(file, comparison);
                          return file;
                        },
                        written -> context.notices().accept(TEXTS.get("notice.written", written))));
  }

  private void delete(Path run) {
    if (state.used().filter(run::equals).isPresent()) {
      context.notices().accept(TEXTS.get("notice.in-use", run.getFileName()));
      return;
    }
    context
        .tasks()
        .submit(
            TEXTS.get("task.deleting", run.getFileName()),
            progress -> trash.throwAway(run),
            to -> {
              context
                  .notices()
                  .accept(
                      TEXTS.get("notice.deleted", run.getFileName(), to),
                      TEXTS.get("button.undo"),
                      () -> bringBack(to));
              moved(to);
            });
  }

  /** Of a run that lies in the trash, which may have been brought back meanwhile. */
  private void bringBack(Path from) {
    context
        .tasks()
        .submit(TEXTS.get("task.bring-back"), progress -> trash.bringBack(from), this::moved);
  }

  private void moved(Path to) {
    put();
    refresh();
  }

  @Override
  public void close() {
    looker.close();
  }
}
