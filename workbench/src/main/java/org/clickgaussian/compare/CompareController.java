package org.clickgaussian.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.runs.RunSelection;
import org.clickgaussian.scene.View;
import org.clickgaussian.task.LatestRequest;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportState;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Surroundings;

/**
 * Answers what a person wants of the comparison. The picked runs are read as a job; one thread then
 * makes all pictures, always of the latest state. Knows nothing of JavaFX. Used on the window's
 * thread.
 */
final class CompareController implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("compare");

  /** Shows a comparison. */
  interface Screen {
    /** Another state. */
    void show(CompareState state);

    /** The pictures of a state: of all panels, or the one of two. */
    void draw(List<ComparedPicture> pictures);
  }

  /** What is to be drawn; without a renderer, nothing. */
  private record Order(Drawing drawing, CompareState state, int width, int height) {}

  /** A comparison that is open. The renderer is of the thread that draws. */
  private static final class Drawing {
    private final OpenRuns runs;
    private final CompareRenderer renderer;

    Drawing(SceneDocument document, OpenRuns runs) {
      this.runs = runs;
      this.renderer = new CompareRenderer(document, runs);
    }

    void close() {
      renderer.close();
      runs.close();
    }
  }

  private final WorkbenchContext context;
  private final RunSelection selection;
  private final Supplier<ViewportState> viewport;
  private final Screen screen;
  private CompareState state = CompareState.CLOSED;
  private boolean withMasks;
  private boolean withTruth;
  private Optional<Surroundings> surroundings = Optional.empty();
  private LatestRequest<Order> thread;
  private Drawing drawing;

  /** Tells the reading that is still wanted from earlier ones. */
  private Object wanted;

  private int width;
  private int height;
  private int drawn;
  private Order asked;
  private Order answered;

  /**
   * A controller.
   *
   * @param viewport what the window's viewport shows: the camera begins there
   */
  CompareController(
      WorkbenchContext context,
      RunSelection selection,
      Supplier<ViewportState> viewport,
      Screen screen) {
    this.context = context;
    this.selection = selection;
    this.viewport = viewport;
    this.screen = screen;
    context.document().listen(document -> end());
    context.document().listenToChanges(aspect -> draw());
  }

  CompareState state() {
    return state;
  }

  /** How many times pictures were shown since the comparison was opened. */
  int drawn() {
    return drawn;
  }

  /** Whether the pictures that are shown are those of the present state. */
  boolean isUpToDate() {
    return answered != null && answered == asked;
  }

  /** Whether there is something to compare: two runs, or a run and masks. */
  boolean isAvailable() {
    return !picked().isEmpty();
  }

  /** The picked runs; where none is picked, the run in use. */
  private List<Path> picked() {
    Optional<SceneDocument> document = context.document().get();
    return document.isPresent() && !selection.runs().isEmpty()
        ? selection.runs()
        : document
            .flatMap(SceneDocument::run)
            .map(run -> List.of(run.folder().toAbsolutePath().normalize()))
            .orElse(List.of());
  }

  void handle(CompareIntent intent) {
    switch (intent) {
      case CompareIntent.Open open -> open();
      case CompareIntent.Close close -> end();
      case CompareIntent.WithMasks masks -> {
        withMasks = masks.wanted();
        put(state.with(panels()));
      }
      case CompareIntent.WithTruth truth -> {
        withTruth = truth.wanted();
        put(state.with(panels()));
      }
      case CompareIntent.Arrange arrange -> put(state.with(arrange.arrangement()));
      case CompareIntent.Pair pair -> put(state.withPair(pair.first(), pair.second()));
      case CompareIntent.Wipe wipe -> put(state.withWipe(Math.clamp(wipe.share(), 0, 1)));
      case CompareIntent.Show show -> put(state.with(show.mode()));
      case CompareIntent.Move move ->
          put(state.with(Optional.of(move.rig()), Optional.empty(), move.underway()));
      case CompareIntent.Rest rest -> put(state.with(state.rig(), state.view(), false));
      case CompareIntent.Step step -> step(step.views());
      case CompareIntent.Resize size -> {
        width = size.width();
        height = size.height();
        draw();
      }
    }
  }

  private void open() {
    end();
    SceneDocument document = context.document().get().orElseThrow();
    int most = CompareState.MOST_PANELS;
    List<Path> runs = picked().stream().limit(most).toList();
    Object asked = new Object();
    wanted = asked;
    context
        .tasks()
        .submit(
            TEXTS.get("task.reading"),
            progress -> OpenRuns.of(document, runs, progress),
            opened -> begin(asked, document, opened));
  }

  private void begin(Object asked, SceneDocument document, OpenRuns runs) {
    if (asked != wanted) {
      runs.close();
      return;
    }
    drawing = new Drawing(document, runs);
    thread = new LatestRequest<>("compare", this::render);
    ViewportState shown = viewport.get();
    surroundings = shown.surroundings();
    // Colours are the same in all runs, so they would be a dull beginning.
    boolean telling = CompareMode.ALL.contains(shown.mode()) && shown.mode() != ViewportMode.COLOUR;
    ViewportMode mode = telling ? shown.mode() : ViewportMode.CLUSTERS_COARSE;
    withMasks |= runs.folders().size() == 1;
    drawn = 0;
    state =
        CompareState.CLOSED
            .with(panels())
            .with(state.arrangement())
            .with(mode)
            .with(shown.rig(), shown.view(), false);
    put(state);
    if (picked().size() > CompareState.MOST_PANELS) {
      context.notices().accept(TEXTS.get("notice.most", CompareState.MOST_PANELS));
    }
  }

  private List<ComparedPanel> panels() {
    List<ComparedPanel> panels = new ArrayList<>();
    drawing.runs.folders().forEach(folder -> panels.add(ComparedPanel.of(folder)));
    if (withMasks && panels.size() < CompareState.MOST_PANELS) {
      panels.add(ComparedPanel.MASKS);
    }
    if (withTruth && isAnnotated() && panels.size() < CompareState.MOST_PANELS) {
      panels.add(ComparedPanel.TRUTH);
    }
    if (panels.size() < 2) {
      panels.add(ComparedPanel.MASKS);
    }
    return panels;
  }

  /** Whether anything is annotated that could be a panel. */
  boolean isAnnotated() {
    return drawing != null && drawing.runs.truth().isPresent();
  }

  /** About how many bytes the open runs take. */
  long bytes() {
    return drawing == null ? 0 : drawing.runs.bytes();
  }

  private void step(int views) {
    if (surroundings.isEmpty() || state.rig().isEmpty()) {
      return;
    }
    List<View> all = surroundings.get().views();
    if (all.isEmpty()) {
      return;
    }
    String from =
        state.view().orElseGet(() -> surroundings.get().nearest(state.rig().get().pose()).key());
    int at = all.stream().map(View::key).toList().indexOf(from);
    View next = all.get(Math.floorMod(at + (state.view().isPresent() ? views : 0), all.size()));
    CameraRig rig = surroundings.get().at(next);
    put(state.with(Optional.of(rig), Optional.of(next.key()), false));
  }

  private void put(CompareState next) {
    state = next;
    screen.show(next);
    draw();
  }

  private void draw() {
    if (state.open() && state.rig().isPresent() && width > 0 && height > 0) {
      asked = new Order(drawing, state, width, height);
      thread.submit(asked);
    }
  }

  /** On the thread that draws. */
  private void render(Order order) {
    try {
      LatestRequest<Order> orders = thread;
      Optional<List<ComparedPicture>> pictures =
          order
              .drawing()
              .renderer
              .render(order.state(), order.width(), order.height(), orders::isOvertaken);
      pictures.ifPresent(found -> context.tasks().onWindowThread(() -> take(order, found)));
    } catch (RuntimeException | Error e) {
      context.tasks().onWindowThread(() -> fail(order, e));
    }
  }

  private void take(Order order, List<ComparedPicture> pictures) {
    if (order.drawing() == drawing) {
      drawn++;
      answered = order;
      screen.draw(pictures);
    }
  }

  /** As a job that fails, so that the person is told as of every other; the comparison ends. */
  private void fail(Order order, Throwable failure) {
    if (order.drawing() != drawing) {
      return;
    }
    end();
    context
        .tasks()
        .submit(
            TEXTS.get("task.drawing"),
            progress -> {
              if (failure instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) failure;
            },
            nothing -> {});
  }

  private void end() {
    wanted = null;
    drawn = 0;
    asked = null;
    answered = null;
    surroundings = Optional.empty();
    if (drawing != null) {
      thread.close();
      drawing.close();
      drawing = null;
      thread = null;
    }
    if (state.open()) {
      state = state.closed();
      screen.show(state);
    }
  }

  @Override
  public void close() {
    end();
  }
}
