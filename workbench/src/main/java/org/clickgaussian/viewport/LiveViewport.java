package org.clickgaussian.viewport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.BorderPane;
import javafx.scene.shape.Rectangle;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.Legend;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.viewport.picture.Sheet;

/** The viewport on the screen: the pane with its bars, fed by the controller. */
final class LiveViewport implements Viewport, ViewportScreen, AutoCloseable {
  private static final Texts TEXTS = Texts.of("viewport");
  private static final double NANO = 1e-9;

  /** The tool before any other is in hand: everything is left to the camera. */
  private static final ViewportTool CAMERA_ONLY = new ViewportTool() {};

  private final WorkbenchContext context;
  private final ViewportController controller;
  private final ViewportPane pane = new ViewportPane();
  private final BorderPane root = new BorderPane();
  private final ViewportBar bar;
  private final ViewStrip strip;
  private final PhotoShow photos;
  private final HistogramController histogram;
  private final PointerGestures gestures;
  private final SpeedMeter meter = new SpeedMeter();
  private final Pulses pulses = new Pulses();
  private final Node histogramRoot;
  private final List<Consumer<Overlay>> layers = new ArrayList<>();
  private ViewportTool tool = CAMERA_ONLY;
  private Optional<ViewportFrame> frame = Optional.empty();

  /** Sends each pulse of the window to the controller while it wants them. */
  private final class Pulses extends AnimationTimer {
    private boolean running;
    private long last;

    void run(boolean wanted) {
      if (wanted && !running) {
        last = System.nanoTime();
        start();
      } else if (!wanted && running) {
        stop();
      }
      running = wanted;
    }

    @Override
    public void handle(long now) {
      long time = System.nanoTime();
      double seconds = (time - last) * NANO;
      last = time;
      controller.handle(new ViewportIntent.Pulse(seconds));
    }
  }

  LiveViewport(WorkbenchContext context, Function<SceneDocument, ? extends FrameSource> sources) {
    this.context = context;
    controller = new ViewportController(context, sources, this);
    ViewportActions.register(context.actions(), controller);
    PictureSaving saving = new PictureSaving(context, controller, sources, pane, this::paintSheet);
    ViewportActions.registerSaving(context.actions(), controller, saving);
    bar = new ViewportBar(controller::handle, context.actions());
    bar.addButton("viewport.picture", "icon-screenshot");
    bar.addButton("viewport.turntable", "icon-turntable");
    strip = new ViewStrip(context, controller::handle);
    photos = new PhotoShow(context, this::showPhoto);
    HistogramPane histogramPane = new HistogramPane(this::handle);
    histogram = new HistogramController(context, this::eye, histogramPane::show);
    histogramRoot = histogramPane;
    gestures = new PointerGestures(pane, this, controller::handle, pane::toFrame);
    root.setId("viewport-root");
    root.setTop(bar);
    root.setCenter(pane);
    root.setBottom(strip);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(pane.widthProperty());
    clip.heightProperty().bind(pane.heightProperty());
    pane.setClip(clip);
    pane.screens()
        .getFirst()
        .photo()
        .onWipe(share -> controller.handle(new ViewportIntent.Wipe(share)));
    InvalidationListener resized = property -> resize();
    pane.widthProperty().addListener(resized);
    pane.heightProperty().addListener(resized);
    pane.sceneProperty()
        .flatMap(scene -> scene.windowProperty())
        .flatMap(window -> window.outputScaleXProperty())
        .addListener(resized);
    context.document().listen(document -> tool.end(this));
    context.document().listenToChanges(aspect -> show(controller.state()));
    show(controller.state());
  }

  /** What the window takes in. */
  Node root() {
    return root;
  }

  /** The histogram panel. */
  Node histogramRoot() {
    return histogramRoot;
  }

  ViewportController controller() {
    return controller;
  }

  HistogramController histogram() {
    return histogram;
  }

  private void handle(HistogramIntent intent) {
    histogram.handle(intent);
  }

  private Optional<double[]> eye() {
    return controller.state().rig().map(rig -> rig.pose().position().array());
  }

  private void resize() {
    double scale = pane.pixelScale();
    controller.handle(
        new ViewportIntent.Resize(
            (int) Math.round(pane.pictureWidth() * scale),
            (int) Math.round(pane.getHeight() * scale)));
    showPhoto();
    repaint();
  }

  @Override
  public void show(ViewportState state) {
    if (histogram == null) {
      return;
    }
    boolean split = state.second().isPresent();
    if (split != pane.second().isVisible()) {
      pane.showSplit(split);
      resize();
    }
    if (state.surroundings().isEmpty()) {
      frame = Optional.empty();
      pane.first().clear();
      pane.second().clear();
      pane.legend(Side.FIRST).show(Legend.NONE, false);
      pane.legend(Side.SECOND).show(Legend.NONE, false);
    }
    bar.show(state, context.document().get());
    strip.show(state, context.document().get());
    photos.want(state, context.document().get());
    if (!state.moving()) {
      histogram.handle(new HistogramIntent.Refresh());
    }
    showHint(state);
    showNumbers(state);
    showPhoto();
    repaint();
  }

  private void showHint(ViewportState state) {
    pane.placeHint(frame.isPresent());
    if (context.document().get().isEmpty()) {
      pane.hint().show(TEXTS.get("hint.no-scene"));
    } else if (!state.problem().isEmpty()) {
      pane.hint()
          .show(
              state.problem(),
              TEXTS.get("hint.try-again"),
              () -> controller.handle(new ViewportIntent.Render()));
    } else if (state.mode().needsView() && state.view().isEmpty() && !state.moving()) {
      pane.hint()
          .show(
              TEXTS.get("hint.not-at-view"),
              TEXTS.get("hint.nearest-view"),
              () -> controller.handle(new ViewportIntent.Step(0)));
    } else {
      pane.hint().show("");
    }
  }

  private void showNumbers(ViewportState state) {
    pane.showSpeed(
        state.shows(Layer.SPEED) && frame.isPresent()
            ? TEXTS.get(
                "speed",
                "%.0f".formatted(meter.milliseconds()),
                "%.0f".formatted(meter.framesPerSecond()))
            : "");
    pane.showPlace(state.rig().map(rig -> place(state, rig)).orElse(""));
  }

  private String place(ViewportState state, CameraRig rig) {
    Camera camera = controller.camera().orElseThrow();
    double angle = Math.toDegrees(2 * Math.atan(camera.width() / (2 * camera.fx())));
    String numbers =
        TEXTS.get("place.numbers", "%.0f".formatted(angle), "%.3g".formatted(rig.focusDistance()));
    String where = state.view().orElse(TEXTS.get("place.free"));
    return where + "  ·  " + numbers;
  }

  private void showPhoto() {
    ViewportState state = controller.state();
    pane.screens()
        .forEach(screen -> photos.showOn(screen.photo(), state, pane.pixelScale(), controller));
  }

  @Override
  public void show(Side side, ViewportFrame next) {
    FrameScreen screen = side == Side.FIRST ? pane.first() : pane.second();
    screen.show(next);
    pane.legend(side).show(next.legend(), controller.state().shows(Layer.LEGEND));
    if (side == Side.FIRST) {
      frame = Optional.of(next);
      meter.arrived(next.milliseconds(), System.nanoTime());
      showNumbers(controller.state());
    }
    repaint();
  }

  @Override
  public void pulses(boolean wanted) {
    pulses.run(wanted);
  }

  @Override
  public Optional<SceneDocument> document() {
    return context.document().get();
  }

  @Override
  public Optional<Camera> camera() {
    return controller.camera();
  }

  @Override
  public Optional<ViewportFrame> frame() {
    return frame;
  }

  @Override
  public Optional<PointerInput> pointer() {
    return gestures.pointer();
  }

  @Override
  public <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer) {
    controller.ask(question, answer);
  }

  @Override
  public void render() {
    controller.handle(new ViewportIntent.Render());
  }

  @Override
  public void repaint() {
    Optional<Camera> camera = controller.camera();
    for (FrameScreen screen : pane.screens()) {
      camera.ifPresent(seen -> screen.paint(seen, pane.pixelScale(), this::paint));
    }
    gestures.showCursor();
  }

  /** What lies over a picture, for a picture of any size. */
  private Sheet paintSheet(Camera camera, double scale) {
    Canvas canvas = new Canvas(camera.width(), camera.height());
    photos.draw(canvas.getGraphicsContext2D(), camera, controller.state());
    paint(new Overlay(canvas.getGraphicsContext2D(), new Projection(camera), scale));
    return Images.sheet(canvas);
  }

  private void paint(Overlay overlay) {
    layers.forEach(layer -> layer.accept(overlay));
    SceneMarks.paint(controller.state(), overlay);
    tool.paint(this, overlay);
  }

  @Override
  public ViewportTool tool() {
    return tool;
  }

  @Override
  public void use(ViewportTool next) {
    tool.end(this);
    tool = next;
    next.begin(this);
    repaint();
  }

  @Override
  public void addLayer(Consumer<Overlay> painter) {
    layers.add(painter);
    repaint();
  }

  @Override
  public void addToToolBar(Node node) {
    bar.addFirst(node);
  }

  @Override
  public void close() {
    pulses.run(false);
    photos.close();
    strip.close();
    histogram.close();
    controller.close();
  }
}
