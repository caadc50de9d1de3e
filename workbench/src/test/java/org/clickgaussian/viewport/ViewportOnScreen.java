package org.clickgaussian.viewport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.FileChoosers;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.style.Stylesheets;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real viewport on a stage, with real frames of the trained scene, for tests that drive it. */
abstract class ViewportOnScreen {
  private static final long SECONDS = 30;

  final FxRobot robot = new FxRobot();
  final Workers workers = Workers.of(2);
  final WindowTasks tasks = new WindowTasks();
  final ActionRegistry actions = new ActionRegistry();
  final CurrentDocument current = new CurrentDocument();
  final List<String> pointed = new ArrayList<>();
  final List<String> notices = new ArrayList<>();
  @TempDir Path folder;
  ViewportFeature feature;
  Stage stage;

  /** Saves wherever the test keeps its files. */
  private final class Chosen implements FileChoosers {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.of(folder);
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<String> endings) {
      return Optional.of(folder.resolve(suggestedName));
    }
  }

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    SceneDocument document = TrainedScene.get().openWithRun(workers);
    onWindow(
        () -> {
          feature =
              ViewportFeature.create(
                  new WorkbenchContext(
                      tasks,
                      actions,
                      current,
                      new Chosen(),
                      workers,
                      backend -> {},
                      pointed::add,
                      notices::add));
          BorderPane root = new BorderPane(pane("viewport").node());
          Region right = (Region) pane("histogram").node();
          right.setPrefWidth(260);
          root.setRight(right);
          stage = new Stage();
          stage.setScene(new Scene(root, 900, 600));
          stage.getScene().getStylesheets().setAll(Stylesheets.dark());
          stage.show();
          current.show(document);
          return null;
        });
    until(() -> node("viewport-frame") != null && shown().getImage() != null);
    onWindow(
        () -> {
          node("viewport").requestFocus();
          return null;
        });
  }

  private FeaturePane pane(String id) {
    return feature.panes().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  @AfterEach
  void close() {
    onWindow(
        () -> {
          stage.close();
          feature.close();
          current.show(null);
          return null;
        });
    tasks.close();
    workers.close();
    assertThat(tasks.failures).isEmpty();
  }

  static <T> T onWindow(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000, action);
  }

  static void until(Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onWindow(holds));
    } catch (TimeoutException e) {
      throw new AssertionError("did not come about", e);
    }
  }

  Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  ImageView shown() {
    return (ImageView) ((FrameScreen) node("viewport-frame")).getChildrenUnmodifiable().get(0);
  }

  ViewportState state() {
    return onWindow(() -> feature.controller().state());
  }

  CameraRig rig() {
    return state().rig().orElseThrow();
  }

  void run(String action) {
    assertThat(onWindow(() -> actions.run(action))).isTrue();
  }

  void resting() {
    until(() -> !feature.controller().state().moving());
  }

  void press(KeyCode key) {
    onWindow(
        () -> {
          Node target = node("viewport");
          target.fireEvent(key(KeyEvent.KEY_PRESSED, key));
          return null;
        });
  }

  void release(KeyCode key) {
    onWindow(
        () -> {
          node("viewport").fireEvent(key(KeyEvent.KEY_RELEASED, key));
          return null;
        });
  }

  private static KeyEvent key(javafx.event.EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", "", code, false, false, false, false);
  }
}
