package org.clickgaussian.viewport;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.Edits;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.Level;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.GaussianQuantity;
import org.clickgaussian.viewport.frame.GaussianStatistics;
import org.clickgaussian.viewport.frame.Histogram;

/**
 * Counts a quantity of the Gaussians on a thread of its own, and selects those in a range while the
 * range is being dragged. Knows nothing of JavaFX. Used on the window's thread.
 */
public final class HistogramController implements AutoCloseable {
  /** Enough to see the shape, few enough that bars are wider than a pixel in a narrow panel. */
  static final int BINS = 96;

  private static final Texts TEXTS = Texts.of("viewport");

  /** What the numbers depend on. */
  private record Basis(
      SceneDocument document,
      long revision,
      GaussianQuantity quantity,
      Level level,
      Vector eye,
      GaussianSet deleted,
      Object run) {}

  /** Numbers that are equal if all of them are. */
  private record Vector(double[] numbers) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Vector vector && Arrays.equals(numbers, vector.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  /** A drag of the range, and what was selected before it. */
  private record Drag(
      SceneDocument document, GaussianSet before, Combination combination, Object key) {}

  private record Question(Basis basis, double from, double to, Optional<Drag> drag) {
    /** Asks for nothing but that the scene counted last be let go. */
    static final Question FORGET = new Question(null, 0, 0, Optional.empty());
  }

  private final WorkbenchContext context;
  private final Supplier<Optional<double[]>> eye;
  private final Consumer<HistogramState> screen;
  private final LatestRequest<Question> counter = new LatestRequest<>("histogram", this::count);
  private HistogramState state =
      new HistogramState(GaussianQuantity.OPACITY, Optional.empty(), 0, true, 0, 1, 0, "");
  private Optional<Drag> drag = Optional.empty();
  private Basis shown;
  private volatile boolean closed;

  /** Of the thread that counts. */
  private Basis kept;

  private GaussianStatistics statistics;
  private Histogram histogram;

  /**
   * Counts whatever document the window shows.
   *
   * @param eye where the camera stands, double[3]; empty without a scene
   * @param screen takes what is to be shown
   */
  public HistogramController(
      WorkbenchContext context, Supplier<Optional<double[]>> eye, Consumer<HistogramState> screen) {
    this.context = context;
    this.eye = eye;
    this.screen = screen;
    context.document().listen(document -> reset());
    context.document().listenToChanges(aspect -> refresh());
    reset();
  }

  /** What is shown. */
  public HistogramState state() {
    return state;
  }

  /** Answers an intent. */
  public void handle(HistogramIntent intent) {
    switch (intent) {
      case HistogramIntent.Show show -> {
        put(state.withQuantity(show.quantity()));
        shown = null;
        refresh();
      }
      case HistogramIntent.LogarithmicCounts counts -> put(state.withLogarithmic(counts.wanted()));
      case HistogramIntent.Begin begin -> begin(begin.combination());
      case HistogramIntent.Range range -> {
        put(state.withRange(range.from(), range.to()));
        ask();
      }
      case HistogramIntent.End end -> drag = Optional.empty();
      case HistogramIntent.Refresh again -> refresh();
    }
  }

  private void put(HistogramState next) {
    state = next;
    screen.accept(next);
  }

  private void reset() {
    drag = Optional.empty();
    shown = null;
    counter.submit(Question.FORGET);
    put(state.withQuantity(state.quantity()));
    refresh();
  }

  private void begin(Combination combination) {
    drag =
        context
            .document()
            .get()
            .map(
                document ->
                    new Drag(document, document.state().selection(), combination, new Object()));
  }

  private void refresh() {
    Optional<Basis> basis = basis();
    if (basis.isPresent() && !basis.get().equals(shown)) {
      ask();
    }
  }

  private void ask() {
    basis().ifPresent(basis -> counter.submit(new Question(basis, state.from(), state.to(), drag)));
  }

  /** What to count now; empty, with a hint shown, where there is nothing to count. */
  private Optional<Basis> basis() {
    Optional<SceneDocument> document = context.document().get();
    Optional<double[]> at = eye.get();
    if (document.isEmpty() || at.isEmpty()) {
      put(state.withHint(TEXTS.get("histogram.no-scene")));
      return Optional.empty();
    }
    SceneDocument scene = document.get();
    if (state.quantity().needsRun() && scene.run().isEmpty()) {
      put(state.withHint(TEXTS.get("histogram.no-run")));
      shown = null;
      return Optional.empty();
    }
    boolean fromCamera = state.quantity() == GaussianQuantity.DISTANCE;
    boolean learnt = state.quantity().needsRun();
    return Optional.of(
        new Basis(
            scene,
            scene.revision(),
            state.quantity(),
            learnt ? scene.state().level() : Level.COARSE,
            new Vector(fromCamera ? at.get() : new double[3]),
            scene.state().deleted(),
            learnt ? scene.run().get() : null));
  }

  private void count(Question question) {
    Basis basis = question.basis();
    if (basis == null) {
      kept = null;
      statistics = null;
      histogram = null;
      return;
    }
    try {
      if (!basis.equals(kept)) {
        statistics =
            GaussianStatistics.of(
                basis.document(), basis.quantity(), basis.level(), basis.eye().numbers());
        histogram = statistics.histogram(BINS);
        kept = basis;
      }
      Histogram counted = histogram;
      GaussianSet found = within(question.from(), question.to());
      context.tasks().onWindowThread(() -> answered(question, counted, found));
    } catch (RuntimeException e) {
      kept = null;
      context.tasks().onWindowThread(() -> fail(question.basis(), e));
    }
  }

  /** The ends of the histogram are open, so that roundings leave nothing out. */
  private GaussianSet within(double from, double to) {
    double low = from <= 0 ? Double.NEGATIVE_INFINITY : histogram.valueAt(from);
    double high = to >= 1 ? Double.POSITIVE_INFINITY : histogram.valueAt(to);
    return statistics.within(low, high);
  }

  private void answered(Question question, Histogram counted, GaussianSet found) {
    if (closed
        || context.document().get().filter(d -> d == question.basis().document()).isEmpty()) {
      return;
    }
    if (question.basis().quantity() == state.quantity()) {
      shown = question.basis();
      put(state.withCounts(counted, Arrays.stream(counted.counts()).sum(), found.size()));
    }
    question.drag().ifPresent(begun -> select(begun, found));
  }

  /**
   * One step to undo for the whole drag, which is its merge key: each range joins what was selected
   * before it.
   */
  private static void select(Drag begun, GaussianSet found) {
    begun
        .document()
        .change(
            TEXTS.get("histogram.step"),
            begun.key(),
            present ->
                Edits.join(present.withSelection(begun.before()), found, begun.combination()));
  }

  /** Told once: the same is not counted again until something about it changes. */
  private void fail(Basis basis, RuntimeException failure) {
    if (!closed) {
      shown = basis;
      FailedWork.report(context.tasks(), TEXTS.get("histogram.task"), failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    counter.close();
  }
}
