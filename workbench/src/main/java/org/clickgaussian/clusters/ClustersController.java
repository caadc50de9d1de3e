package org.clickgaussian.clusters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.document.Clicks;
import org.clickgaussian.document.ClusterPick;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.SegmentFeatures;

/** Answers what a person wants of the clusters. Used on the window's thread. */
final class ClustersController implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final Object PICK = "pick clusters";
  private static final Object LEVEL = "level";

  private final WorkbenchContext context;
  private final Consumer<String> goTo;
  private final Consumer<ClustersState> screen;
  private final ClusterChanges changes;
  private final ClusterEditsKeeping keeping;
  private final ClusterSearch search;
  private final ClusterCut cut;
  private final ClusterSurveyor surveyor;
  private ClustersState state = ClustersState.empty(TEXTS.get("hint.no-scene"), Level.COARSE);
  private Object learnt;
  private EditState followed;
  private Optional<ViewGlances> glances = Optional.empty();
  private Optional<SegmentFeatures> segments = Optional.empty();
  private boolean pooling;
  private Optional<ClustersIntent.Recluster> wanted = Optional.empty();

  /**
   * Answers for whatever document the window shows.
   *
   * @param goTo takes the camera to a view
   * @param screen takes what is to be shown
   */
  ClustersController(
      WorkbenchContext context,
      Background.Maker maker,
      Consumer<String> goTo,
      Consumer<ClustersState> screen) {
    this.context = context;
    this.goTo = goTo;
    this.screen = screen;
    this.changes = new ClusterChanges(context);
    this.keeping = new ClusterEditsKeeping(context);
    this.search = new ClusterSearch(context, maker, this::found);
    this.cut = new ClusterCut(changes, this::state);
    this.surveyor = new ClusterSurveyor(context, maker, this::surveyed, () -> screen.accept(state));
    context.document().listen(document -> follow());
    context.document().listenToChanges(this::changed);
    follow();
  }

  /** What is shown. */
  ClustersState state() {
    return state;
  }

  /** The files of the run's folder that hold clusters. */
  List<String> keptClusters() {
    return document().flatMap(SceneDocument::editedRun).map(RunSession::sources).orElse(List.of());
  }

  private Optional<SceneDocument> document() {
    return context.document().get();
  }

  private void changed(Aspect aspect) {
    keeping.changed(document());
    if (aspect == Aspect.RUN) {
      follow();
    } else if (aspect == Aspect.STATE) {
      document().ifPresent(scene -> followState(scene.state()));
    }
  }

  /** Takes over another document, run, or clusters. */
  private void follow() {
    keeping.changed(document());
    Optional<RunSession> run = document().flatMap(SceneDocument::run);
    Object now = run.map(RunSession::learnt).orElse(null);
    if (now != learnt) {
      learnt = now;
      glances = Optional.empty();
      segments = Optional.empty();
      pooling = false;
      cut.forget();
      wanted = Optional.empty();
      String hint =
          document().isEmpty()
              ? TEXTS.get("hint.no-scene")
              : now == null ? TEXTS.get("hint.no-run") : TEXTS.get("hint.counting");
      state = ClustersState.empty(hint, state.level());
      run.ifPresent(this::prepare);
    }
    if (run.isPresent()) {
      SceneDocument scene = document().orElseThrow();
      boolean previews = scene.isPreviewing();
      state =
          state
              .withShown(run.map(RunSession::clusters))
              .withSearch(state.searching(), state.foundAnew() && previews);
      if (!cut.isDragged()) {
        surveyor.ask(new ClusterSurveyor.Question(scene, run.get(), glances, segments));
      }
      followState(scene.state());
    } else {
      screen.accept(state);
    }
  }

  private void followState(EditState edit) {
    ClustersState next = state.with(edit.level());
    if (!edit.picks().isEmpty()) {
      Set<Integer> picked = new TreeSet<>();
      for (ClusterPick pick : edit.picks()) {
        if (pick.combination() == Combination.REMOVE) {
          picked.remove(pick.cluster());
        } else {
          picked.add(pick.cluster());
        }
      }
      next = next.withPicked(edit.picks().getLast().level(), picked);
    } else if (followed != null
        && edit != followed
        && edit.clusters().equals(followed.clusters())
        && edit.selection().isEmpty()) {
      // An edit of clusters ends clicks as well, but what it was done to stays picked.
      next = next.withPicked(next.pickedLevel(), Set.of());
    }
    followed = edit;
    put(withoutVanished(next));
  }

  /** Clusters that were merged into others or split are picked no longer. */
  private static ClustersState withoutVanished(ClustersState next) {
    Set<Integer> there = new TreeSet<>(next.picked());
    next.shown()
        .map(shown -> shown.level(next.pickedLevel()).clusters())
        .ifPresent(all -> there.retainAll(IntStream.of(all).boxed().toList()));
    return next.withPicked(next.pickedLevel(), there);
  }

  private void put(ClustersState next) {
    state = next;
    screen.accept(next);
  }

  private void prepare(RunSession run) {
    surveyor.prepare(
        document().orElseThrow(),
        run,
        seen -> {
          if (learnt == seen.run().learnt()) {
            glances = seen.glances();
            segments = segments.or(seen::segments);
            follow();
          }
        });
  }

  private void surveyed(ClusterSurvey made) {
    if (made.run().learnt() == learnt) {
      put(state.with(Optional.of(made)));
    }
  }

  /** Answers an intent; does nothing where no run is open. */
  void handle(ClustersIntent intent) {
    Optional<SceneDocument> scene = document().filter(each -> each.editedRun().isPresent());
    scene.ifPresent(each -> handle(each, intent));
  }

  private void handle(SceneDocument scene, ClustersIntent intent) {
    Level level = state.pickedLevel();
    switch (intent) {
      case ClustersIntent.Step step -> step(scene, step);
      case ClustersIntent.OpenKept kept -> changes.openKept(scene, kept.source());
      case ClustersIntent.Pick pick -> pick(scene, pick);
      case ClustersIntent.ShowLevel show ->
          scene.change(
              TEXTS.get("step.level"),
              LEVEL,
              edit -> edit.level() == show.level() ? edit : edit.withLevel(show.level()));
      case ClustersIntent.Rename rename ->
          onlyPicked().ifPresent(row -> changes.rename(scene, level, row.cluster(), rename.name()));
      case ClustersIntent.Recolour recolour -> {
        if (canEdit()) {
          changes.recolour(scene, level, state.picked(), Optional.of(recolour.rgb()));
        }
      }
      case ClustersIntent.Split split -> {
        if (canSplit()) {
          changes.split(scene, level, onlyPicked().orElseThrow().cluster(), split.parts());
        }
      }
      case ClustersIntent.Recluster recluster -> recluster(scene, recluster);
      case ClustersIntent.DragCut drag -> cut.drag(scene, drag.distance());
      case ClustersIntent.DropCut drop -> cut.drop(scene, drop.distance());
    }
  }

  private void step(SceneDocument scene, ClustersIntent.Step step) {
    Level level = state.pickedLevel();
    switch (step) {
      case MERGE -> merge(scene);
      case TAKE_APART ->
          onlyPicked()
              .filter(ClusterRow::several)
              .ifPresent(row -> changes.takeApart(scene, level, row.cluster()));
      case HIDE, SHOW -> {
        if (canEdit()) {
          boolean visible = step == ClustersIntent.Step.SHOW;
          changes.show(scene, level, state.picked(), visible);
        }
      }
      case SHOW_ALL -> changes.showAll(scene);
      case OWN_COLOUR -> {
        if (canEdit()) {
          changes.recolour(scene, level, state.picked(), Optional.empty());
        }
      }
      case GO_TO_VIEW ->
          onlyPicked()
              .flatMap(ClusterRow::thumbnail)
              .ifPresent(thumbnail -> goTo.accept(thumbnail.view()));
      case ACCEPT -> accept(scene);
      case DISCARD -> discard(scene);
      case REMOVE_CUT -> cut.put(scene, OptionalDouble.empty());
      case COARSER_CUT -> cut.step(scene, true);
      case FINER_CUT -> cut.step(scene, false);
      case TRAINED -> {
        RunSession run = scene.editedRun().orElseThrow();
        changes.put(scene, TEXTS.get("step.trained"), run.trained());
      }
      default -> throw new IllegalArgumentException("no answer to " + step);
    }
  }

  private void pick(SceneDocument scene, ClustersIntent.Pick pick) {
    boolean same = pick.level() == state.pickedLevel() && pick.clusters().equals(state.picked());
    if (!same) {
      state = state.withPicked(pick.level(), pick.clusters());
      scene.change(
          TEXTS.get("step.pick"),
          PICK,
          edit -> Clicks.on(scene).pick(edit, pick.level(), new TreeSet<>(pick.clusters())));
    }
  }

  /** Whether clusters are picked that can be edited: not while others are only tried out. */
  boolean canEdit() {
    return !state.picked().isEmpty() && !state.foundAnew() && !cut.isDragged();
  }

  /** Whether several clusters are picked. */
  boolean canMerge() {
    return canEdit() && pickedRows().size() > 1;
  }

  /** Whether one cluster of a single candidate is picked. */
  boolean canSplit() {
    return canEdit()
        && onlyPicked().isPresent()
        && document()
            .flatMap(SceneDocument::editedRun)
            .filter(
                run ->
                    run.clusters()
                            .level(state.pickedLevel())
                            .members(onlyPicked().orElseThrow().cluster())
                            .length
                        == 1)
            .isPresent();
  }

  /** The only picked cluster, if it can be edited. */
  Optional<ClusterRow> onlyPicked() {
    return canEdit() ? state.only() : Optional.empty();
  }

  private List<ClusterRow> pickedRows() {
    return state.rows(state.pickedLevel()).stream()
        .filter(row -> state.picked().contains(row.cluster()))
        .toList();
  }

  private void merge(SceneDocument scene) {
    if (canMerge()) {
      Level level = state.pickedLevel();
      int into =
          changes.merge(
              scene, level, pickedRows(), scene.editedRun().orElseThrow().edits().level(level));
      put(state.withPicked(level, Set.of(into)));
    }
  }

  private void recluster(SceneDocument scene, ClustersIntent.Recluster wish) {
    HdbscanParameters now =
        scene.editedRun().orElseThrow().clusters().computed().level(wish.level()).parameters();
    if (wish.parameters().equals(now) && !state.foundAnew()) {
      return;
    }
    put(state.withSearch(true, state.foundAnew()));
    wanted = Optional.of(wish);
    if (segments.isPresent()) {
      RunSession base = scene.run().orElseThrow();
      search.search(scene, base, segments.get(), wish.level(), wish.parameters());
    } else if (!pooling) {
      pool(scene);
    }
  }

  /** Gets the pooled features from the folder or the masks; then what is wanted is searched. */
  private void pool(SceneDocument scene) {
    RunSession run = scene.editedRun().orElseThrow();
    pooling = true;
    context
        .tasks()
        .submit(
            TEXTS.get("task.pooling"),
            progress -> {
              try {
                return ClusterSearch.kept(run)
                    .orElseGet(() -> ClusterSearch.pool(scene, run, progress));
              } catch (RuntimeException e) {
                context.tasks().onWindowThread(() -> found(Optional.empty()));
                throw e;
              }
            },
            pooled -> {
              if (learnt == run.learnt()) {
                pooling = false;
                segments = Optional.of(pooled);
                wanted.ifPresent(wish -> recluster(scene, wish));
              }
            });
  }

  private void found(Optional<RunSession> session) {
    pooling = false;
    wanted = Optional.empty();
    state = state.withSearch(false, state.foundAnew() || session.isPresent());
    session.filter(each -> each.learnt() == learnt).ifPresent(this::preview);
    screen.accept(state);
  }

  private void preview(RunSession session) {
    document().ifPresent(scene -> scene.previewClusters(session));
  }

  private void accept(SceneDocument scene) {
    Optional<RunSession> shown = scene.run().filter(run -> state.foundAnew());
    if (shown.isEmpty()) {
      return;
    }
    context
        .tasks()
        .submit(
            TEXTS.get("task.accepting"),
            progress -> shown.get().kept(),
            kept -> {
              if (learnt == kept.learnt()) {
                state = state.withSearch(false, false);
                scene.editClusters(TEXTS.get("step.recluster"), kept.edits(), GaussianSet.NONE);
              }
            });
  }

  private void discard(SceneDocument scene) {
    wanted = Optional.empty();
    state = state.withSearch(false, false);
    scene.endPreview();
    screen.accept(state);
  }

  @Override
  public void close() {
    search.close();
    surveyor.close();
  }
}
