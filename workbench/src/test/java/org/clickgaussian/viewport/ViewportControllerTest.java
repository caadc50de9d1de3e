package org.clickgaussian.viewport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.viewport.ViewportIntent.Drag;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Pose;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.viewport.navigation.Vector3;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportControllerTest {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 90;

  private final Workers workers = Workers.of(1);
  private final QueuedTasks tasks = new QueuedTasks();
  private final CurrentDocument current = new CurrentDocument();
  private final List<PlainSource> sources = new ArrayList<>();
  private final List<String> pointed = new ArrayList<>();
  private final List<String> backends = new ArrayList<>();
  private final Screen screen = new Screen();
  private ViewportController controller;

  /** Keeps what was shown. */
  private static final class Screen implements ViewportScreen {
    final List<ViewportFrame> frames = new ArrayList<>();
    int seconds;
    boolean pulses;

    @Override
    public void show(ViewportState state) {}

    @Override
    public void show(Side side, ViewportFrame frame) {
      frames.add(frame);
      seconds += side == Side.SECOND ? 1 : 0;
    }

    @Override
    public void pulses(boolean wanted) {
      pulses = wanted;
    }
  }

  @BeforeEach
  void start() {
    WorkbenchContext context =
        new WorkbenchContext(
            tasks,
            new ActionRegistry(),
            current,
            null,
            workers,
            backends::add,
            pointed::add,
            words -> {});
    controller = new ViewportController(context, this::source, screen);
    controller.handle(new ViewportIntent.Resize(WIDTH, HEIGHT));
  }

  private synchronized PlainSource source(SceneDocument document) {
    PlainSource source = new PlainSource();
    sources.add(source);
    return source;
  }

  @AfterEach
  void end() {
    controller.close();
    current.show(null);
    workers.close();
  }

  private SceneDocument open(boolean withRun) {
    SceneDocument document =
        withRun ? TrainedScene.get().openWithRun(workers) : TrainedScene.get().open(workers);
    current.show(document);
    tasks.until(() -> !sources.isEmpty() && !source().requests.isEmpty());
    return document;
  }

  private PlainSource source() {
    return sources.getFirst();
  }

  private ViewportState state() {
    return controller.state();
  }

  private CameraRig rig() {
    return state().rig().orElseThrow();
  }

  private static PointerInput at(double x, double y) {
    return new PointerInput(x, y, PointerInput.Button.NONE, 0, false, false, false);
  }

  @Test
  void beginsAtTheFirstViewWithItsFieldOfView() {
    SceneDocument document = open(false);
    View first = document.folder().views().getFirst();
    assertThat(state().view()).contains(first.key());
    assertThat(source().last().camera().fx()).isCloseTo(first.camera().fx(), within(1e-9));
    assertThat(source().last().view()).isEqualTo(first.key());
    assertThat(source().last().moving()).isFalse();
    assertThat(backends).contains("plain");
  }

  @Test
  void showsAFrameOnThePulseAfterItCame() {
    open(false);
    tasks.until(() -> screen.pulses);
    assertThat(screen.frames).isEmpty();
    controller.handle(new ViewportIntent.Pulse(0.016));
    assertThat(screen.frames).hasSize(1);
    assertThat(screen.pulses).isFalse();
  }

  @Test
  void modesThatNeedARunWaitForOne() {
    SceneDocument document = open(false);
    controller.handle(new ViewportIntent.Show(ViewportMode.PCA_FINE));
    assertThat(state().mode()).isEqualTo(ViewportMode.COLOUR);
    assertThat(state().obstacle(ViewportMode.PCA_FINE)).isEqualTo(ViewportState.Obstacle.NO_RUN);
    controller.handle(new ViewportIntent.Show(ViewportMode.DEPTH));
    tasks.until(() -> source().last().mode() == ViewportMode.DEPTH);
    assertThat(document.run()).isEmpty();
  }

  @Test
  void aRunBringsItsModesAndTakesThemAway() {
    SceneDocument document = open(true);
    controller.handle(new ViewportIntent.Show(ViewportMode.CLUSTERS_FINE));
    tasks.until(() -> source().last().mode() == ViewportMode.CLUSTERS_FINE);
    document.useRun(null);
    tasks.until(() -> source().last().mode() == ViewportMode.COLOUR);
  }

  @Test
  void aDragTurnsAboutTheFocusAndThenRests() {
    open(false);
    Vector3 focus = rig().focus();
    double distance = rig().focusDistance();
    controller.handle(new ViewportIntent.Grab(Drag.ORBIT, 60, 45));
    controller.handle(new ViewportIntent.DragTo(90, 40));
    assertThat(rig().focus().distance(focus)).isLessThan(1e-9);
    assertThat(rig().pose().position().distance(focus)).isCloseTo(distance, within(1e-9));
    assertThat(state().moving()).isTrue();
    assertThat(state().view()).isEmpty();
    tasks.until(() -> source().last().moving());
    controller.handle(new ViewportIntent.LetGo());
    controller.handle(new ViewportIntent.Pulse(0.1));
    assertThat(state().moving()).isTrue();
    controller.handle(new ViewportIntent.Pulse(0.1));
    assertThat(state().moving()).isFalse();
    tasks.until(() -> !source().last().moving());
  }

  @Test
  void aDragBackLeavesTheCameraWhereItWas() {
    open(false);
    Pose before = rig().pose();
    controller.handle(new ViewportIntent.Grab(Drag.PAN, 60, 45));
    for (int i = 0; i < 50; i++) {
      controller.handle(new ViewportIntent.DragTo(60 + i, 45 - i));
    }
    controller.handle(new ViewportIntent.DragTo(60, 45));
    assertThat(rig().pose().position().distance(before.position())).isLessThan(1e-12);
  }

  @Test
  void pansAndZoomsAtTheDepthUnderThePointer() {
    open(false);
    controller.handle(new ViewportIntent.Point(Optional.of(at(30, 20)), false));
    tasks.until(() -> !pointed.isEmpty() && pointed.getLast().contains("2.00"));
    Vector3 held = new Projection(controller.camera().orElseThrow()).world(30, 20, 2);
    controller.handle(new ViewportIntent.Grab(Drag.PAN, 30, 20));
    controller.handle(new ViewportIntent.DragTo(50, 60));
    controller.handle(new ViewportIntent.LetGo());
    Projection.Point seen =
        new Projection(controller.camera().orElseThrow()).point(held).orElseThrow();
    assertThat(seen.x()).isCloseTo(50, within(1e-6));
    assertThat(seen.y()).isCloseTo(60, within(1e-6));
    controller.handle(new ViewportIntent.Zoom(30, 20, 1));
    assertThat(rig().focusDistance()).isCloseTo(2 / CameraHand.NOTCH, within(1e-9));
  }

  @Test
  void fliesToTheNextViewAndArrivesExactly() {
    SceneDocument document = open(false);
    List<View> views = document.folder().views();
    controller.handle(new ViewportIntent.Step(1));
    controller.handle(new ViewportIntent.Pulse(0.3));
    assertThat(state().moving()).isTrue();
    assertThat(state().view()).isEmpty();
    controller.handle(new ViewportIntent.Pulse(0.4));
    assertThat(state().view()).contains(views.get(1).key());
    assertThat(state().moving()).isFalse();
    tasks.until(() -> views.get(1).key().equals(source().last().view()));
    assertThat(controller.camera().orElseThrow().viewMatrix().translation())
        .containsExactly(views.get(1).camera().viewMatrix().translation(), within(1e-9));
  }

  @Test
  void twoStepsDuringAFlightAreTwoViews() {
    SceneDocument document = open(false);
    controller.handle(new ViewportIntent.Step(1));
    controller.handle(new ViewportIntent.Pulse(0.1));
    controller.handle(new ViewportIntent.Step(1));
    controller.handle(new ViewportIntent.Pulse(1));
    assertThat(state().view()).contains(document.folder().views().get(2).key());
    controller.handle(new ViewportIntent.Step(-3));
    controller.handle(new ViewportIntent.Pulse(1));
    assertThat(state().view()).contains(document.folder().views().getLast().key());
  }

  @Test
  void whateverElseIsDoneEndsAFlight() {
    open(false);
    controller.handle(new ViewportIntent.Step(1));
    controller.handle(new ViewportIntent.Pulse(0.2));
    controller.handle(new ViewportIntent.Zoom(60, 45, 1));
    Pose stopped = rig().pose();
    controller.handle(new ViewportIntent.Pulse(0.2));
    assertThat(rig().pose()).isEqualTo(stopped);
  }

  @Test
  void keysFlyAtASpeedThatFitsTheScene() {
    open(false);
    Vector3 start = rig().pose().position();
    controller.handle(new ViewportIntent.Fly(0, 0, 1, false));
    assertThat(screen.pulses).isTrue();
    controller.handle(new ViewportIntent.Pulse(0.05));
    double slow = rig().pose().position().distance(start);
    double size = state().surroundings().orElseThrow().size();
    assertThat(slow).isBetween(0.001 * size, 0.1 * size);
    controller.handle(new ViewportIntent.Fly(0, 0, 1, true));
    Vector3 before = rig().pose().position();
    controller.handle(new ViewportIntent.Pulse(0.05));
    assertThat(rig().pose().position().distance(before)).isCloseTo(4 * slow, within(1e-9));
    controller.handle(new ViewportIntent.Fly(0, 0, 0, false));
    Vector3 stopped = rig().pose().position();
    controller.handle(new ViewportIntent.Pulse(0.05));
    assertThat(rig().pose().position()).isEqualTo(stopped);
  }

  @Test
  void focusBringsAPointToTheMiddle() {
    open(false);
    Vector3 point = new Projection(controller.camera().orElseThrow()).world(20.5, 70.5, 2);
    controller.handle(new ViewportIntent.Focus(20.2, 70.9));
    tasks.until(() -> screen.pulses);
    tasks.until(
        () -> {
          controller.handle(new ViewportIntent.Pulse(0.7));
          return rig().focus().distance(point) < 1e-6;
        });
    assertThat(rig().focusDistance()).isCloseTo(2, within(1e-9));
  }

  @Test
  void masksGoToAViewAndAreNotDrawnElsewhere() {
    open(false);
    controller.handle(new ViewportIntent.Grab(Drag.ORBIT, 60, 45));
    controller.handle(new ViewportIntent.DragTo(66, 45));
    controller.handle(new ViewportIntent.LetGo());
    controller.handle(new ViewportIntent.Show(ViewportMode.MASKS));
    assertThat(state().drawn(ViewportMode.MASKS)).isEqualTo(ViewportMode.COLOUR);
    controller.handle(new ViewportIntent.Pulse(1));
    assertThat(state().view()).isPresent();
    tasks.until(() -> source().last().mode() == ViewportMode.MASKS);
  }

  @Test
  void twoModesSideBySideHaveSourcesOfTheirOwn() {
    open(false);
    controller.handle(new ViewportIntent.Split(Optional.of(ViewportMode.DEPTH)));
    tasks.until(() -> sources.size() == 2 && !sources.get(1).requests.isEmpty());
    assertThat(sources.get(1).last().mode()).isEqualTo(ViewportMode.DEPTH);
    assertThat(sources.get(1).last().camera().viewMatrix().translation())
        .isEqualTo(source().last().camera().viewMatrix().translation());
    tasks.until(
        () -> {
          controller.handle(new ViewportIntent.Pulse(0.01));
          return screen.seconds > 0;
        });
    controller.handle(new ViewportIntent.Split(Optional.empty()));
    assertThat(sources.get(1).closed).isTrue();
    assertThat(source().closed).isFalse();
  }

  @Test
  void aFrameThatFailsIsToldOfOnceAndTheViewportGoesOn() {
    open(false);
    source().failure = new IllegalStateException("the scene is gone");
    for (int i = 0; i < 3; i++) {
      int before = source().requests.size();
      controller.handle(new ViewportIntent.Render());
      tasks.until(() -> source().requests.size() > before && !state().problem().isEmpty());
    }
    tasks.until(() -> !tasks.failures.isEmpty());
    assertThat(tasks.failures).hasSize(1);
    source().failure = null;
    controller.handle(new ViewportIntent.Render());
    tasks.until(
        () -> {
          controller.handle(new ViewportIntent.Pulse(0.01));
          return state().problem().isEmpty();
        });
  }

  @Test
  void whatChangesInTheDocumentIsDrawn() {
    SceneDocument document = open(false);
    document.change("Hide", before -> before.withHidden(GaussianSet.all(13)));
    tasks.until(() -> source().last().state().hidden().size() == 13);
  }

  @Test
  void thePointerIsInRequestsThatNeedIt() {
    open(true);
    controller.handle(new ViewportIntent.Point(Optional.of(at(30.5, 20.5)), true));
    tasks.until(() -> source().last().pointer().isPresent());
    assertThat(source().last().pointer()).hasValue(20 * WIDTH + 30);
    controller.handle(new ViewportIntent.Point(Optional.empty(), false));
    tasks.until(() -> source().last().pointer().isEmpty());
    controller.handle(new ViewportIntent.Show(ViewportMode.COSINE));
    controller.handle(new ViewportIntent.Point(Optional.of(at(-1, 20)), false));
    controller.handle(new ViewportIntent.Point(Optional.of(at(2, 3)), false));
    tasks.until(() -> source().last().pointer().isPresent());
  }

  @Test
  void layersAndPhotoAreStateAlone() {
    open(false);
    controller.handle(new ViewportIntent.Toggle(Layer.FRUSTA));
    controller.handle(new ViewportIntent.PhotoOpacity(0.25));
    controller.handle(new ViewportIntent.Wipe(0.75));
    assertThat(state().shows(Layer.FRUSTA)).isTrue();
    assertThat(state().photoOpacity()).isEqualTo(0.25);
    assertThat(state().wipe()).isEqualTo(0.75);
    controller.handle(new ViewportIntent.Toggle(Layer.FRUSTA));
    assertThat(state().shows(Layer.FRUSTA)).isFalse();
  }

  @Test
  void closesItsSourceWithTheScene() {
    open(false);
    current.show(null);
    assertThat(source().closed).isTrue();
    assertThat(state().rig()).isEmpty();
    for (ViewportMode mode : ViewportMode.values()) {
      assertThat(state().obstacle(mode)).isEqualTo(ViewportState.Obstacle.NO_SCENE);
      controller.handle(new ViewportIntent.Show(mode));
    }
    controller.handle(new ViewportIntent.Home());
    controller.handle(new ViewportIntent.Step(1));
    controller.handle(new ViewportIntent.Zoom(1, 1, 1));
    controller.handle(new ViewportIntent.Pulse(0.1));
    assertThat(state().rig()).isEmpty();
  }
}
