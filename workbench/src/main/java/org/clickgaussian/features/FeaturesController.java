package org.clickgaussian.features;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.Clicks;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.document.Edits;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.feature.space.Embedding;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.feature.space.FeatureSample;
import org.clickgaussian.feature.space.Representatives;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Progress;

/**
 * Lays out the features of the level that clicks select at, and joins points and scene: what is
 * picked here is selected there, and the other way round. Knows nothing of JavaFX. Used on the
 * window's thread.
 */
public final class FeaturesController implements AutoCloseable {
  /** Asks for the colours of the clusters as the scene shows them, and answers later. */
  @FunctionalInterface
  public interface ClusterColours {
    /** Colours of a level's clusters, 0xRRGGBB by number. */
    void ask(Level level, Consumer<int[]> answer);
  }

  private static final Texts TEXTS = Texts.of("features");
  private static final int KEPT = 8;

  /** What a layout depends on. */
  private record Key(
      LearntRun run, Level level, EmbeddingMethod method, int size, PcaBasis basis) {}

  /** What the points of a sample stand for. */
  private record Standing(FeatureSample sample, Representatives representatives) {}

  /** What a look at the run yields. */
  private record Look(Optional<FeaturePoints> points, CandidateTable table) {}

  private final WorkbenchContext context;
  private final ClusterColours clusterColours;
  private final Consumer<FeaturesState> screen;
  private final ComponentAlignment alignment;
  private final Map<Key, Embedding> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Embedding> eldest) {
          return size() > KEPT;
        }
      };
  private FeaturesState state = FeaturesState.initial();
  private int[] colours = new int[0];
  private Standing standing;
  private FeatureSample labelled;
  private Optional<FeaturePoints.Labels> labels = Optional.empty();
  private boolean lifting;
  private RunSession shown;
  private int turn;

  /**
   * Looks at whatever document the window shows.
   *
   * @param clusterColours knows the colours of the scene's clusters
   * @param screen takes what is to be shown
   */
  public FeaturesController(
      WorkbenchContext context, ClusterColours clusterColours, Consumer<FeaturesState> screen) {
    this.context = context;
    this.clusterColours = clusterColours;
    this.screen = screen;
    this.alignment = new ComponentAlignment(context);
    context.document().listen(document -> reset());
    context.document().listenToChanges(this::changed);
    reset();
  }

  /** What is shown. */
  public FeaturesState state() {
    return state;
  }

  /** Answers an intent. */
  public void handle(FeaturesIntent intent) {
    switch (intent) {
      case FeaturesIntent.Use use ->
          want(state.level(), use.method(), state.size(), state.colouring());
      case FeaturesIntent.Size size ->
          want(state.level(), state.method(), size.points(), state.colouring());
      case FeaturesIntent.Colour colour -> recolour(colour.colouring());
      case FeaturesIntent.LayOut layOut -> look(true);
      case FeaturesIntent.Pick pick -> pick(pick.points(), pick.combination());
      case FeaturesIntent.PickPair pair -> pickPair(pair);
      case FeaturesIntent.AlignTo other -> work().ifPresent(w -> alignment.to(w, other.run()));
      case FeaturesIntent.OwnComponents own -> work().ifPresent(alignment::own);
    }
  }

  /** What there is to say of a point. */
  public String describe(int point) {
    if (state.points().isEmpty() || shown == null || point >= state.points().get().count()) {
      return "";
    }
    FeaturePoints points = state.points().get();
    String cluster =
        work()
            .map(w -> w.name(points.embedding().sample().level(), points.clusters()[point]))
            .orElse("");
    String words =
        TEXTS.get(
            "point",
            cluster,
            "%.3f".formatted(points.cosines()[point]),
            String.valueOf(points.gaussian(point)));
    String label = state.labels().map(known -> known.name(point)).orElse("");
    return label.isEmpty() ? words : TEXTS.get("point.labelled", words, label);
  }

  private void put(FeaturesState next) {
    state = next;
    screen.accept(next);
  }

  private Optional<FeaturesWork> work() {
    return context
        .document()
        .get()
        .flatMap(d -> d.run().map(run -> new FeaturesWork(d, run, context.workers())));
  }

  private void reset() {
    kept.clear();
    standing = null;
    labelled = null;
    labels = Optional.empty();
    look(false);
  }

  private void changed(Aspect aspect) {
    SceneDocument document = context.document().get().orElseThrow();
    boolean otherRun = document.run().orElse(null) != shown;
    boolean otherLevel = document.state().level() != state.level();
    if (aspect == Aspect.DEVICE) {
      return; // The space of features is not splatted.
    }
    if (aspect != Aspect.STATE || otherRun || otherLevel) {
      look(false);
    } else {
      mark();
    }
  }

  private void want(Level level, EmbeddingMethod method, int size, Colouring colouring) {
    put(state.wanting(level, method, size, colouring));
    look(false);
  }

  /**
   * Has the points laid out that are wanted. What takes long is only done when asked for.
   *
   * @param thoroughly whether it may take long
   */
  private void look(boolean thoroughly) {
    int mine = ++turn;
    Optional<FeaturesWork> work = work();
    shown = work.map(FeaturesWork::run).orElse(null);
    if (work.isEmpty()) {
      boolean scene = context.document().get().isPresent();
      put(
          state
              .withBusy(false)
              .withRun(Optional.empty(), Optional.empty())
              .withoutPoints(TEXTS.get(scene ? "hint.no-run" : "hint.no-scene")));
      return;
    }
    SceneDocument document = context.document().get().orElseThrow();
    alignment.warn(shown);
    Level level = document.state().level();
    PcaBases bases = document.components().orElseThrow();
    EmbeddingMethod method = state.method();
    // Only the components follow an alignment; a layout must not be lost by one.
    PcaBasis basis = method == EmbeddingMethod.PCA ? bases.level(level) : bases.own(level);
    Key key = new Key(shown.learnt(), level, method, state.size(), basis);
    Embedding known = kept.get(key);
    boolean now = known != null || thoroughly || method == EmbeddingMethod.PCA;
    FeaturesState waiting = state.wanting(level, method, state.size(), state.colouring());
    put((now ? waiting : waiting.withoutPoints(TEXTS.get("hint.lay-out"))).withBusy(now));
    clusterColours.ask(level, found -> coloured(level, found));
    context
        .tasks()
        .<Look>submit(
            now && known == null ? TEXTS.get("task.lay-out") : TEXTS.get("task.look"),
            progress -> {
              try {
                return found(work.get(), key, known, now, progress);
              } finally {
                context.tasks().onWindowThread(() -> ended(mine));
              }
            },
            look -> {
              if (mine == turn) {
                arrived(key, look, bases);
              }
            });
  }

  private static Look found(
      FeaturesWork work, Key key, Embedding known, boolean now, Progress progress) {
    Optional<Embedding> embedding = Optional.ofNullable(known);
    if (now && known == null) {
      embedding =
          Optional.of(work.layOut(key.level(), key.method(), key.size(), key.basis(), progress));
    }
    return new Look(embedding.map(work::points), work.table(key.level()));
  }

  /** In whatever way a look ended. */
  private void ended(int mine) {
    if (mine == turn && state.busy()) {
      boolean nothing = state.points().isEmpty();
      put(state.withBusy(false));
      if (nothing) {
        put(state.withoutPoints(TEXTS.get("hint.lay-out")));
      }
    }
  }

  private void arrived(Key key, Look look, PcaBases bases) {
    FeaturesState next = state.withRun(Optional.of(look.table()), Optional.of(bases));
    if (look.points().isPresent()) {
      FeaturePoints points = look.points().get();
      kept.put(key, points.embedding());
      next = next.withBusy(false).withPoints(points, new int[points.count()], Optional.empty());
    }
    state = next;
    recolour(state.colouring());
    mark();
  }

  private void coloured(Level level, int[] found) {
    if (level == state.level()) {
      colours = found;
      if (state.colouring() == Colouring.CLUSTERS) {
        recolour(Colouring.CLUSTERS);
      }
    }
  }

  private void recolour(Colouring colouring) {
    state = state.wanting(state.level(), state.method(), state.size(), colouring);
    if (state.points().isEmpty()) {
      put(state);
      return;
    }
    FeaturePoints points = state.points().get();
    FeatureSample sample = points.embedding().sample();
    Optional<FeaturePoints.Labels> known = sample == labelled ? labels : Optional.empty();
    int[] painted =
        switch (colouring) {
          case CLUSTERS -> PointColours.ofClusters(points.clusters(), colours);
          case COMPONENTS ->
              PointColours.ofComponents(
                  sample, state.components().orElseThrow().level(sample.level()));
          case LABELS -> PointColours.ofLabels(points.count(), known);
        };
    put(state.withPoints(points, painted, known));
    if (colouring == Colouring.LABELS && sample != labelled) {
      lift(sample);
    }
  }

  /** Whether true labels were asked for and have not been found yet. */
  boolean isLifting() {
    return lifting;
  }

  private void lift(FeatureSample sample) {
    labelled = sample;
    lifting = true;
    labels = Optional.empty();
    work()
        .ifPresent(
            work ->
                context
                    .tasks()
                    .submit(
                        TEXTS.get("task.lift"),
                        progress -> work.labels(sample, progress),
                        found -> lifted(sample, found)));
  }

  private void lifted(FeatureSample sample, Optional<FeaturePoints.Labels> found) {
    if (sample != labelled) {
      return;
    }
    lifting = false;
    labels = found;
    if (found.isEmpty()) {
      context.notices().accept(TEXTS.get("notice.no-truth"));
    }
    recolour(state.colouring());
  }

  private void mark() {
    BitSet marked = new BitSet();
    GaussianSet selection =
        context.document().get().map(d -> d.state().selection()).orElse(GaussianSet.NONE);
    state
        .points()
        .filter(points -> !selection.isEmpty())
        .ifPresent(
            points -> {
              for (int point = 0; point < points.count(); point++) {
                marked.set(point, selection.contains(points.gaussian(point)));
              }
            });
    if (!marked.equals(state.marked())) {
      put(state.withMarked(marked));
    }
  }

  private void pick(BitSet points, Combination combination) {
    Optional<FeaturesWork> work = work();
    if (work.isEmpty() || state.points().isEmpty()) {
      return;
    }
    SceneDocument document = context.document().get().orElseThrow();
    FeatureSample sample = state.points().get().embedding().sample();
    Standing known = standing != null && standing.sample() == sample ? standing : null;
    BitSet wanted = (BitSet) points.clone();
    context
        .tasks()
        .submit(
            TEXTS.get("task.pick"),
            progress -> {
              Standing found =
                  known != null
                      ? known
                      : new Standing(sample, work.get().representatives(sample, progress));
              return Map.entry(found, work.get().standsFor(found.representatives(), wanted));
            },
            found -> {
              standing = found.getKey();
              select(document, found.getValue(), combination);
            });
  }

  private void select(SceneDocument document, GaussianSet found, Combination combination) {
    if (context.document().get().filter(now -> now == document).isPresent()) {
      document.change(TEXTS.get("step.pick"), before -> Edits.join(before, found, combination));
    }
  }

  private void pickPair(FeaturesIntent.PickPair pair) {
    if (work().isEmpty() || state.table().isEmpty()) {
      return;
    }
    SceneDocument document = context.document().get().orElseThrow();
    CandidateTable table = state.table().get();
    Clicks clicks = Clicks.on(document);
    GaussianSet found = GaussianSet.NONE;
    for (int place : new int[] {pair.row(), pair.column()}) {
      int cluster = table.clusters()[table.candidate(place)];
      if (cluster >= 0) {
        found = found.or(clicks.members(table.level(), cluster, document.state().threshold()));
      }
    }
    select(document, found, pair.combination());
  }

  @Override
  public void close() {
    turn++;
  }
}
