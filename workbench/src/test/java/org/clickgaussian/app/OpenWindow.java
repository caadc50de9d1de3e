package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.settings.SettingsFile;
import org.clickgaussian.splat.device.Backend;
import org.testfx.util.WaitForAsyncUtils;

/** A window for tests: settings and samples in a folder of their own, choosers that answer. */
public final class OpenWindow implements FileChoosers {
  private static final int PATIENCE_SECONDS = 60;

  private final Deque<Path> answers = new ArrayDeque<>();
  private final Workbench workbench;
  private final Stage stage;

  /**
   * Opens a window; on JavaFX's thread.
   *
   * @param folder for settings and samples
   */
  public OpenWindow(Stage stage, Path folder) {
    this(stage, folder, Optional.empty());
  }

  /**
   * Opens a window; on JavaFX's thread.
   *
   * @param folder for settings and samples
   * @param backend what the command line would name; empty for what the preferences say
   */
  public OpenWindow(Stage stage, Path folder, Optional<Backend> backend) {
    this.stage = stage;
    Surroundings surroundings =
        new Surroundings(
            new SettingsFile(folder.resolve("settings.json")),
            folder.resolve("sample"),
            window -> this,
            backend);
    this.workbench = Workbench.open(stage, surroundings, () -> {});
    stage.setWidth(960);
    stage.setHeight(720);
  }

  /** What was opened. */
  public Workbench workbench() {
    return workbench;
  }

  /** A feature of the window. */
  public <T extends WorkbenchFeature> T feature(Class<T> type) {
    return workbench.features().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The scene that is open. */
  public SceneDocument document() {
    return workbench.context().document().get().orElseThrow();
  }

  /** Does something while a job with a long name goes on, and waits until that has ended. */
  void whileAJobRuns(Runnable action) {
    CountDownLatch done = new CountDownLatch(1);
    onWindow(
        () ->
            workbench
                .context()
                .tasks()
                .submit(
                    "A job whose name is longer than any pane beside the scene is wide",
                    progress -> {
                      done.await();
                      return done;
                    },
                    nothing -> {}));
    try {
      await(() -> stage.getScene().lookup(".task-cancel-button") != null);
      action.run();
    } finally {
      done.countDown();
    }
    await(workbench::isIdle);
  }

  /** The next question for a file is answered so. */
  public void answer(Path path) {
    answers.add(path);
  }

  /** Opens a scene and waits until it and its run are there and no job runs. */
  public void open(Path scene, Optional<Path> run) {
    onWindow(() -> workbench.controller().handle(new ShellIntent.OpenScene(scene, run)));
    await(() -> workbench.context().document().get().isPresent() && workbench.isIdle());
  }

  /** Runs something on JavaFX's thread and waits. */
  public void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until something holds, asked on JavaFX's thread. */
  public void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(1000L * PATIENCE_SECONDS, condition));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("waited in vain", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Whether a node with this id can be seen. */
  public boolean shows(String id) {
    Node node = stage.getScene().lookup("#" + id);
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node != null;
  }

  /**
   * Whether a node with this id can be seen and lies within the window, so that it can be clicked.
   */
  public boolean isWithinReach(String id) {
    Node node = stage.getScene().lookup("#" + id);
    return node != null
        && shows(id)
        && node.getLayoutBounds().getWidth() > 0
        && node.localToScene(node.getLayoutBounds())
            .intersects(0, 0, stage.getScene().getWidth(), stage.getScene().getHeight());
  }

  /** The words on a node. */
  public String words(String id) {
    return stage.getScene().lookup("#" + id) instanceof Labeled labeled ? labeled.getText() : "";
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> open(String title, List<String> endings) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<String> endings) {
    return Optional.ofNullable(answers.poll());
  }
}
