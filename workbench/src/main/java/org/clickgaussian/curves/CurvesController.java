package org.clickgaussian.curves;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.curves.CurvesState.ListedRun;
import org.clickgaussian.curves.RunReader.News;
import org.clickgaussian.curves.RunReader.Wanted;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.data.RunHistory;
import org.clickgaussian.curves.data.RunSettings;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.io.InputException;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.project.RunEntry;
import org.clickgaussian.runs.RunSelection;
import org.clickgaussian.task.LatestRequest;

/**
 * Answers what a person wants of the curves, and follows the picked runs as they grow: they are
 * read on a thread of their own. Knows nothing of JavaFX. Used on the window's thread.
 */
public final class CurvesController implements AutoCloseable {
  /** What to look at: the runs of a scene, and what some of them measured. */
  private record Errand(Optional<Path> scene, List<Wanted> runs) {}

  /** A picked run. */
  private static final class Followed {
    private final Wanted wanted;
    private RunHistory history;
    private List<String> problems = List.of();
    private boolean answered;

    Followed(Wanted wanted) {
      this.wanted = wanted;
      this.history = new RunHistory(wanted.folder(), RunSettings.UNKNOWN);
    }
  }

  private final WorkbenchContext context;
  private final RunSelection selection;
  private final Consumer<CurvesState> screen;
  private final RunReader reader = new RunReader();
  private final LatestRequest<Errand> looker = new LatestRequest<>("curves", this::run);
  private final CurveBoard board = new CurveBoard();
  private final Map<Path, Followed> followed = new HashMap<>();
  private final Map<Path, Integer> colours = new HashMap<>();
  private List<Path> project = List.of();
  private CurvesState state = CurvesState.FIRST;
  private ChartView view = ChartView.WHOLE;
  private boolean pickedByHand;
  private int generation;
  private volatile boolean closed;

  /**
   * Shows the picked runs of whatever document the window shows; as long as nothing was picked, the
   * run in use.
   *
   * @param screen takes what is to be shown
   */
  public CurvesController(
      WorkbenchContext context, RunSelection selection, Consumer<CurvesState> screen) {
    this.context = context;
    this.selection = selection;
    this.screen = screen;
    context.document().listen(document -> begin());
    context.document().listenToChanges(aspect -> follow());
    selection.listen(
        () -> {
          pickedByHand = true;
          follow();
        });
    follow();
  }

  /** What is shown. */
  public CurvesState state() {
    return state;
  }

  /** What a chart shows now. */
  public ChartContent chart(CurveGroup group) {
    return board.chart(group, state, histories(), view);
  }

  /** The columns of a chart that any picked run measured. */
  public List<String> columns(CurveGroup group) {
    return board.columns(group, histories().values());
  }

  /** Whether all picked runs were read at least once. */
  public boolean isRead() {
    return followed.values().stream().allMatch(run -> run.answered);
  }

  private Map<Path, RunHistory> histories() {
    Map<Path, RunHistory> histories = new HashMap<>();
    followed.forEach((folder, run) -> histories.put(folder, run.history));
    return histories;
  }

  /** Answers an intent. */
  public void handle(CurvesIntent intent) {
    switch (intent) {
      case CurvesIntent.Pick pick -> pick(pick.run(), pick.wanted());
      case CurvesIntent.ShowChart chart -> showChart(chart.group(), chart.wanted());
      case CurvesIntent.HideRun hide ->
          put(state.withHiddenRuns(toggled(state.hiddenRuns(), hide.run())));
      case CurvesIntent.SoloRun solo -> {
        List<Path> all = state.picked().stream().map(ListedRun::folder).toList();
        put(state.withHiddenRuns(soloed(state.hiddenRuns(), all, solo.run())));
      }
      case CurvesIntent.HideColumn hide ->
          put(state.withHiddenColumns(toggled(state.hiddenColumns(), hide.column())));
      case CurvesIntent.SoloColumn solo ->
          put(
              state.withHiddenColumns(
                  soloed(state.hiddenColumns(), columns(solo.group()), solo.column())));
      case CurvesIntent.Weigh weigh -> draw(state.look().withWeighted(weigh.wanted()));
      case CurvesIntent.Average average -> draw(state.look().withMean(average.wanted()));
      case CurvesIntent.Smooth smooth -> draw(state.look().withSmoothing(smooth.weight()));
      case CurvesIntent.Measure measure -> {
        view = new ChartView(Optional.empty(), view.up());
        draw(state.look().withAcross(measure.across()));
      }
      case CurvesIntent.Scale scale -> {
        view = ChartView.WHOLE;
        draw(state.look().withScales(scale.across(), scale.up()));
      }
      case CurvesIntent.LookAcross part -> see(view.withAcross(part.across()));
      case CurvesIntent.LookAt part ->
          see(view.withAcross(part.across()).withUp(part.group(), part.up()));
      case CurvesIntent.Reset reset -> see(ChartView.WHOLE);
      case CurvesIntent.Refresh refresh -> ask();
    }
  }

  private void put(CurvesState next) {
    state = next;
    screen.accept(next);
  }

  private void draw(CurvesState.Look look) {
    put(state.withLook(look));
  }

  private void see(ChartView next) {
    view = next;
    put(state);
  }

  private static <T> Set<T> toggled(Set<T> set, T thing) {
    Set<T> next = new HashSet<>(set);
    if (!next.remove(thing)) {
      next.add(thing);
    }
    return next;
  }

  /** All others hidden; nothing hidden where they were already. */
  private static <T> Set<T> soloed(Set<T> hidden, List<T> all, T alone) {
    Set<T> others = new HashSet<>(all);
    others.remove(alone);
    Set<T> next = new HashSet<>(hidden);
    next.removeAll(all);
    if (!hidden.containsAll(others)) {
      next.addAll(others);
    }
    return next;
  }

  private void showChart(CurveGroup group, boolean wanted) {
    EnumSet<CurveGroup> groups = EnumSet.noneOf(CurveGroup.class);
    groups.addAll(state.groups());
    if (wanted) {
      groups.add(group);
    } else {
      groups.remove(group);
    }
    put(state.withGroups(groups));
  }

  private void pick(Path run, boolean wanted) {
    Set<Path> next = new LinkedHashSet<>(picked());
    if (wanted) {
      next.add(run);
    } else {
      next.remove(run);
    }
    pickedByHand = true;
    selection.pick(List.copyOf(next));
    follow();
  }

  private List<Path> picked() {
    if (pickedByHand || !selection.runs().isEmpty()) {
      return selection.runs();
    }
    return context
        .document()
        .get()
        .flatMap(SceneDocument::run)
        .map(run -> List.of(run.folder().toAbsolutePath().normalize()))
        .orElse(List.of());
  }

  private void begin() {
    pickedByHand = false;
    project = List.of();
    colours.clear();
    view = ChartView.WHOLE;
    board.forget();
    state = state.withHiddenRuns(Set.of());
    follow();
  }

  /** Follows the picked runs and no others. */
  private void follow() {
    List<Path> picked = context.document().get().isEmpty() ? List.of() : picked();
    boolean others = followed.keySet().retainAll(Set.copyOf(picked));
    for (Path run : picked) {
      if (!followed.containsKey(run)) {
        followed.put(run, new Followed(new Wanted(run, generation++)));
        others = true;
      }
    }
    list();
    if (others) {
      ask();
    }
  }

  /** Shows which runs there are: those of the project and others that were picked. */
  private void list() {
    Set<Path> all = new LinkedHashSet<>(project);
    List<Path> picked = context.document().get().isEmpty() ? List.of() : picked();
    all.addAll(picked);
    for (Path run : picked) {
      colours.computeIfAbsent(run, key -> freeColour());
    }
    List<ListedRun> runs = new ArrayList<>();
    for (Path run : all) {
      runs.add(new ListedRun(run, colours.getOrDefault(run, -1), picked.contains(run)));
    }
    List<String> problems =
        followed.values().stream().flatMap(run -> run.problems.stream()).sorted().toList();
    if (!runs.equals(state.runs()) || !problems.equals(state.problems())) {
      put(state.withRuns(runs).withProblems(problems));
    }
  }

  private int freeColour() {
    int colour = 0;
    while (colours.containsValue(colour)) {
      colour++;
    }
    return colour;
  }

  private void ask() {
    Optional<Path> scene = context.document().get().map(SceneDocument::path);
    looker.submit(new Errand(scene, followed.values().stream().map(run -> run.wanted).toList()));
  }

  /** On the thread that reads. */
  private void run(Errand wanted) {
    List<Path> runs = wanted.scene().map(CurvesController::runs).orElse(List.of());
    List<News> news = reader.read(wanted.runs());
    context.tasks().onWindowThread(() -> take(wanted, runs, news));
  }

  /** A folder that cannot be listed is told of by the project pane, which looks at it too. */
  private static List<Path> runs(Path scene) {
    try {
      return ProjectContent.of(scene).runs().stream()
          .map(RunEntry::folder)
          .map(folder -> folder.toAbsolutePath().normalize())
          .toList();
    } catch (InputException e) {
      return List.of();
    }
  }

  private void take(Errand answered, List<Path> runs, List<News> news) {
    if (closed) {
      return;
    }
    boolean grown = false;
    for (News each : news) {
      Followed run = followed.get(each.wanted().folder());
      if (run != null && run.wanted.equals(each.wanted())) {
        grown |= take(run, each);
      }
    }
    if (answered.scene().equals(context.document().get().map(SceneDocument::path))) {
      project = runs;
    }
    list();
    if (grown) {
      put(state);
    }
  }

  private static boolean take(Followed run, News news) {
    boolean first = !run.answered;
    run.answered = true;
    run.problems = news.problems();
    if (news.batch().fromStart()) {
      run.history = new RunHistory(run.wanted.folder(), run.history.settings());
    }
    news.settings().ifPresent(run.history::tell);
    run.history.append(news.batch());
    return first
        || news.batch().rows() > 0
        || news.batch().fromStart()
        || news.settings().isPresent();
  }

  @Override
  public void close() {
    closed = true;
    looker.close();
  }
}
