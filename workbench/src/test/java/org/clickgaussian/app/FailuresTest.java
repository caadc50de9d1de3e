package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever goes wrong: a sentence, what to do, details on request, and the window lives. */
@ExtendWith(ApplicationExtension.class)
class FailuresTest {

  @TempDir private static Path folder;

  private OpenWindow window;

  @Start
  void open(Stage stage) throws Exception {
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  @Test
  void aFolderThatIsNoScene(FxRobot robot) throws Exception {
    Path empty = Files.createTempDirectory(folder, "empty");
    window.onWindow(() -> handle(new ShellIntent.OpenScene(empty, Optional.empty())));
    assertTold("holds no scene");
    robot.clickOn("#failure-close");
    assertThat(window.shows("failure")).isFalse();
    assertThat(window.shows("start-page")).isTrue();
    assertThat(window.workbench().settings().get().recent()).isEmpty();
  }

  @Test
  void aDamagedRunLeavesTheSceneOpen(FxRobot robot) throws Exception {
    Path scene = TrainedScene.get().copy(Files.createTempDirectory(folder, "copy"));
    Path run = scene.resolve("clickgaussian/runs/quick");
    Files.writeString(run.resolve("clusters.json"), "{\"version\": 1, \"coa");
    window.onWindow(() -> handle(new ShellIntent.OpenScene(scene, Optional.of(run))));
    assertTold("clusters.json");
    robot.clickOn("#failure-close");
    assertThat(window.workbench().context().document().get()).isPresent();
    assertThat(window.workbench().context().document().get().orElseThrow().run()).isEmpty();
  }

  @Test
  void aSceneThatVanishesWhileItIsOpen(FxRobot robot) throws Exception {
    Path scene = TrainedScene.get().copy(Files.createTempDirectory(folder, "gone"));
    window.open(scene, Optional.empty());
    Files.move(scene, scene.resolveSibling("elsewhere"));
    assertTold("is not there any more");
    assertThat(window.words("failure-sentence")).contains("put the folder back");
    robot.clickOn("#failure-close");
    assertThat(window.workbench().context().document().get()).isPresent();
  }

  @Test
  void aDiskThatFillsDuringAnExport() {
    Path target = folder.resolve("full.ply");
    submit(
        "Exporting the selection",
        () ->
            AtomicFile.write(
                target,
                stream -> {
                  stream.write(new byte[1 << 20]);
                  throw new FileSystemException("full.ply", null, "No space left on device");
                }));
    assertTold("free some space");
    assertThat(target).doesNotExist();
    assertThat(folder.toFile().list((parent, name) -> name.endsWith(".part"))).isEmpty();
  }

  @Test
  void anExceptionInAnyTaskTellsItsDetailsOnRequest(FxRobot robot) {
    submit(
        "Growing the selection",
        () -> {
          throw new IllegalStateException("seventeen");
        });
    assertTold("The program made a mistake");
    assertThat(window.shows("failure-details")).isFalse();
    robot.clickOn("#failure-more");
    assertThat(window.shows("failure-details")).isTrue();
    robot.clickOn("#failure-copy");
    window.onWindow(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .contains(
                    "Growing the selection did not work", "seventeen", "at org.clickgaussian"));
  }

  @Test
  void twoFailuresAreToldOneAfterTheOther(FxRobot robot) {
    submit("First", this::fail);
    assertTold("broken");
    submit("Second", this::fail);
    submit("Second", this::fail);
    window.await(() -> window.workbench().isIdle());
    robot.clickOn("#failure-close");
    assertThat(robot.lookup("#failure .title").queryLabeled().getText()).startsWith("Second");
    robot.clickOn("#failure-close");
    assertThat(window.shows("failure")).isFalse();
  }

  @Test
  void anActionThatFailsIsToldOf(FxRobot robot) {
    WorkbenchAction action =
        WorkbenchAction.of("test.fail", WorkbenchAction.Menu.TOOLS, "Fail", this::fail);
    window.onWindow(
        () -> {
          window.workbench().context().actions().register(action);
          window.workbench().window().showPalette();
        });
    robot.write("fail");
    robot.push(javafx.scene.input.KeyCode.ENTER);
    assertTold("broken");
  }

  @Test
  void whatNoCodeCatchesIsToldOf() {
    window
        .workbench()
        .uncaught()
        .uncaughtException(Thread.currentThread(), new IllegalStateException("nobody caught this"));
    assertTold("The program made a mistake");
  }

  private void fail() {
    throw new InputException("thing.json: is broken");
  }

  private void handle(ShellIntent intent) {
    window.workbench().controller().handle(intent);
  }

  private void submit(String title, Runnable job) {
    window
        .workbench()
        .context()
        .tasks()
        .submit(
            title,
            progress -> {
              job.run();
              return null;
            },
            nothing -> {});
  }

  private void assertTold(String words) {
    window.await(() -> window.shows("failure"));
    assertThat(window.words("failure-sentence")).contains(words);
    assertThat(window.words("failure-advice")).startsWith("Nothing was lost");
  }
}
