package org.clickgaussian.viewport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportScreen.Side;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.PointUnderPointer;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Surroundings;
import org.clickgaussian.viewport.navigation.Vector3;

/**
 * Knows what the viewport shows and from where, answers intents, and asks for frames. Knows nothing
 * of JavaFX. Used on the window's thread.
 */
public final class ViewportController implements AutoCloseable {
  /** After so many seconds without a movement the camera rests: time for a full frame. */
  private static final double REST_SECONDS = 0.15;

  private static final Texts TEXTS = Texts.of("viewport");

  private final WorkbenchContext context;
  private final Function<SceneDocument, ? extends FrameSource> sources;
  private final ViewportScreen screen;
  private final PointerProbe probe;
  private final CameraHand hand = new CameraHand();
  private final Map<Side, RenderLoop> loops = new EnumMap<>(Side.class);
  private ViewportState state = ViewportState.empty();
  private int width = 1;
  private int height = 1;
  private Optional<PointerInput> pointer = Optional.empty();
  private Optional<PointerInput> lastPointer = Optional.empty();
  private boolean preview;
  private double stillSeconds;
  private boolean failed;

  /**
   * Shows whatever document the window shows.
   *
   * @param sources makes frames of a document
   */
  public ViewportController(
      WorkbenchContext context,
      Function<SceneDocument, ? extends FrameSource> sources,
      ViewportScreen screen) {
    this.context = context;
    this.sources = sources;
    this.screen = screen;
    this.probe = new PointerProbe(this::ask, context.pointed());
    context.document().listen(document -> open(document.orElse(null)));
    context.document().listenToChanges(this::changed);
  }

  /** What is shown. */
  public ViewportState state() {
    return state;
  }

  /** Whether the camera moves by itself: a flight, or keys held. */
  boolean flies() {
    return hand.moves();
  }

  /** The camera of full frames; empty without a scene. */
  public Optional<Camera> camera() {
    return state.rig().map(rig -> rig.camera(width, height));
  }

  /** Asks the source of the frames something; see {@link Viewport#ask}. */
  public <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer) {
    RenderLoop loop = loops.get(Side.FIRST);
    if (loop != null) {
      loop.ask(question, answer);
    }
  }

  /** Answers an intent. */
  public void handle(ViewportIntent intent) {
    switch (intent) {
      case ViewportIntent.Show show -> show(show.mode());
      case ViewportIntent.Split split -> split(split.second());
      case ViewportIntent.Resize size -> resize(size.width(), size.height());
      case ViewportIntent.Point point -> point(point.at(), point.preview());
      case ViewportIntent.Grab grab -> grab(grab);
      case ViewportIntent.DragTo to -> hand.dragTo(to.x(), to.y()).ifPresent(this::move);
      case ViewportIntent.LetGo letGo -> hand.letGo();
      case ViewportIntent.Zoom zoom -> zoom(zoom);
      case ViewportIntent.Fly fly -> fly(fly);
      case ViewportIntent.Focus focus -> focus(focus);
      case ViewportIntent.GoTo to -> goTo(to.view());
      case ViewportIntent.Step step -> step(step.views());
      case ViewportIntent.Home home -> home();
      case ViewportIntent.Toggle toggle -> put(state.toggled(toggle.layer()));
      case ViewportIntent.PhotoOpacity photo -> put(state.withPhoto(photo.opacity(), state.wipe()));
      case ViewportIntent.Wipe wipe -> put(state.withPhoto(state.photoOpacity(), wipe.share()));
      case ViewportIntent.Render render -> request();
      case ViewportIntent.Pulse pulse -> pulse(pulse.seconds());
    }
  }

  private void open(SceneDocument document) {
    closeLoops();
    hand.stop();
    probe.forget();
    failed = false;
    put(state.withoutScene());
    if (document == null) {
      return;
    }
    loop(Side.FIRST);
    ask(FrameSource::backend, context.backend());
    ask(
        source ->
            document.reading(
                () -> Surroundings.of(document.folder().views(), document.gaussians())),
        found -> {
          put(state.withScene(found, ViewportState.canShowRun(document)));
          request();
        });
  }

  private void changed(Aspect aspect) {
    boolean run = context.document().get().filter(ViewportState::canShowRun).isPresent();
    if (aspect == Aspect.RUN || aspect == Aspect.LIVE && run != state.hasRun()) {
      put(state.withRun(run));
    }
    if (aspect == Aspect.DEVICE) {
      ask(FrameSource::backend, context.backend());
    }
    request();
  }

  private RenderLoop loop(Side side) {
    return loops.computeIfAbsent(
        side,
        key -> {
          SceneDocument document = context.document().get().orElseThrow();
          return new RenderLoop(() -> sources.apply(document), context.tasks(), listener());
        });
  }

  private RenderLoop.Listener listener() {
    return new RenderLoop.Listener() {
      @Override
      public void arrived() {
        screen.pulses(true);
      }

      @Override
      public void failed(Throwable failure) {
        fail(failure);
      }
    };
  }

  /** Told once, not again for each movement of the pointer, until a frame succeeds. */
  private void fail(Throwable failure) {
    if (!failed) {
      failed = true;
      FailedWork.report(context.tasks(), TEXTS.get("frame.task"), failure);
    }
    put(state.withProblem(TEXTS.get("frame.failed")));
  }

  private void put(ViewportState next) {
    state = next;
    screen.show(next);
  }

  private void show(ViewportMode mode) {
    if (state.obstacle(mode) != ViewportState.Obstacle.NONE) {
      return;
    }
    failed = false;
    put(state.withMode(mode));
    if (mode.needsView() && state.view().isEmpty()) {
      goTo(nearestView().key());
    }
    request();
  }

  private void split(Optional<ViewportMode> second) {
    put(state.withSecond(second));
    if (second.isEmpty()) {
      Optional.ofNullable(loops.remove(Side.SECOND)).ifPresent(RenderLoop::close);
    }
    request();
  }

  private void resize(int newWidth, int newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    request();
  }

  private void point(Optional<PointerInput> at, boolean wanted) {
    boolean previewed = preview || state.mode() == ViewportMode.COSINE;
    pointer = at;
    lastPointer = at.or(() -> lastPointer);
    preview = wanted;
    if (at.isEmpty()) {
      probe.away();
    } else if (!state.moving()) {
      probe.at(at.get().column(), at.get().row());
    }
    if (previewed || wanted || state.shows(ViewportMode.COSINE)) {
      request();
    }
  }

  private void grab(ViewportIntent.Grab grab) {
    if (state.rig().isPresent()) {
      CameraRig rig = state.rig().get();
      double depth = probe.depth(grab.x(), grab.y()).orElse(rig.focusDistance());
      hand.grab(grab.drag(), rig, rig.camera(width, height), grab.x(), grab.y(), depth);
    }
  }

  private void zoom(ViewportIntent.Zoom zoom) {
    if (state.rig().isPresent()) {
      CameraRig rig = state.rig().get();
      Camera camera = rig.camera(width, height);
      double depth = probe.depth(zoom.x(), zoom.y()).orElse(rig.focusDistance());
      CameraRig nearer = hand.zoom(rig, camera, zoom.x(), zoom.y(), depth, zoom.notches());
      probe.scaleDepth(nearer.focusDistance() / depth);
      move(nearer);
    }
  }

  private void fly(ViewportIntent.Fly directions) {
    hand.fly(directions);
    screen.pulses(hand.moves() || state.moving());
  }

  private void focus(ViewportIntent.Focus focus) {
    int x = (int) focus.x();
    int y = (int) focus.y();
    ask(
        source -> source.probe(x, y).map(PointUnderPointer::world),
        world ->
            world.ifPresent(
                point -> depart(rig -> rig.centredOn(Vector3.of(point)), Optional.empty())));
  }

  private void goTo(String key) {
    for (View view : state.views()) {
      if (view.key().equals(key)) {
        depart(rig -> state.surroundings().orElseThrow().at(view), Optional.of(key));
      }
    }
  }

  private void step(int places) {
    List<View> views = state.views();
    if (!views.isEmpty()) {
      int present = views.indexOf(hand.destination(views).orElseGet(this::nearestView));
      goTo(views.get(Math.floorMod(present + places, views.size())).key());
    }
  }

  private void home() {
    state
        .surroundings()
        .ifPresent(
            scene ->
                depart(rig -> scene.start(), scene.views().stream().findFirst().map(View::key)));
  }

  private View nearestView() {
    return state
        .standingAt()
        .orElseGet(
            () -> state.surroundings().orElseThrow().nearest(state.rig().orElseThrow().pose()));
  }

  private void depart(Function<CameraRig, CameraRig> destination, Optional<String> view) {
    state.rig().ifPresent(rig -> hand.goTo(rig, destination.apply(rig), view));
    screen.pulses(true);
  }

  private void move(CameraRig rig) {
    stillSeconds = 0;
    put(state.withRig(rig));
    screen.pulses(true);
    request();
  }

  private void pulse(double seconds) {
    loops.forEach(this::showFrame);
    Optional<CameraHand.Step> step = state.rig().flatMap(rig -> handMoves(rig, seconds));
    if (step.isPresent()) {
      move(step.get().rig());
      if (step.get().arrivedAt().isPresent()) {
        put(state.withView(step.get().arrivedAt()));
        rest();
      }
    } else if (state.moving()) {
      stillSeconds += seconds;
      if (stillSeconds >= REST_SECONDS) {
        rest();
      }
    }
    screen.pulses(hand.moves() || state.moving());
  }

  private Optional<CameraHand.Step> handMoves(CameraRig rig, double seconds) {
    double size = state.surroundings().orElseThrow().size();
    return hand.pulse(rig, rig.camera(width, height), size, seconds);
  }

  private void showFrame(Side side, RenderLoop loop) {
    Optional<ViewportFrame> frame = loop.take();
    if (frame.isPresent()) {
      failed = false;
      if (!state.problem().isEmpty()) {
        put(state.withProblem(""));
      }
      screen.show(side, frame.get());
      loop.giveBack(frame.get());
    }
  }

  /** The camera stands still: a full frame, and what the pointer is over has changed. */
  private void rest() {
    put(state.withMoving(false));
    request();
    pointer.ifPresent(at -> probe.at(at.column(), at.row()));
  }

  private void request() {
    if (state.rig().isEmpty()) {
      return;
    }
    request(Side.FIRST, state.mode());
    state.second().ifPresent(mode -> request(Side.SECOND, mode));
  }

  private void request(Side side, ViewportMode mode) {
    ViewportMode drawn = state.drawn(mode);
    Camera camera = camera().orElseThrow();
    boolean points = preview || drawn == ViewportMode.COSINE;
    loop(side)
        .request(
            new FrameRequest(
                camera,
                drawn,
                context.document().get().orElseThrow().state(),
                state.view().orElse(null),
                points ? pointerPixel(camera) : OptionalInt.empty(),
                state.moving()));
  }

  private OptionalInt pointerPixel(Camera camera) {
    return pointer.map(at -> at.pixel(camera, 1)).orElse(OptionalInt.empty());
  }

  /**
   * Where the pointer last was over the picture, as a pixel of a larger one.
   *
   * @param camera of the larger picture
   * @param factor how much larger it is
   */
  OptionalInt lastPointed(Camera camera, int factor) {
    return lastPointer.map(at -> at.pixel(camera, factor)).orElse(OptionalInt.empty());
  }

  private void closeLoops() {
    loops.values().forEach(RenderLoop::close);
    loops.clear();
  }

  @Override
  public void close() {
    closeLoops();
    screen.pulses(false);
  }
}
