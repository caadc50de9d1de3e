package org.clickgaussian.viewport.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.clickgaussian.app.OpenWindow;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keys of the selection in the whole window. */
@ExtendWith(ApplicationExtension.class)
class SelectionKeysTest {
  @TempDir private static Path folder;

  private OpenWindow window;
  private Scene scene;

  @Start
  void open(Stage stage) throws Exception {
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
    scene = stage.getScene();
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  private SceneDocument document() {
    return window.workbench().context().document().get().orElseThrow();
  }

  private EditState state() {
    return document().state();
  }

  @Test
  void keysSelectHideDeleteUndoAndSwitchTheLevel(FxRobot robot) {
    TrainedScene trained = TrainedScene.get();
    window.open(trained.folder(), Optional.of(trained.run()));
    window.onWindow(() -> scene.lookup("#viewport").requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    window.await(() -> state().selection().size() == TrainedScene.GAUSSIANS);
    robot.push(KeyCode.TAB);
    window.await(() -> state().level() == Level.FINE);
    robot.push(KeyCode.H);
    window.await(() -> state().hidden().size() == TrainedScene.GAUSSIANS);
    robot.push(KeyCode.ALT, KeyCode.H);
    window.await(() -> state().hidden().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.I);
    window.await(() -> state().selection().size() == TrainedScene.GAUSSIANS);
    robot.push(KeyCode.ESCAPE);
    window.await(() -> state().selection().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    window.await(() -> state().selection().size() == TrainedScene.GAUSSIANS);
    robot.push(KeyCode.CONTROL, KeyCode.D);
    window.await(() -> document().gaussianCount() == 2 * TrainedScene.GAUSSIANS);
    robot.push(KeyCode.DELETE);
    window.await(() -> state().deleted().size() == TrainedScene.GAUSSIANS);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    window.await(() -> document().gaussianCount() == TrainedScene.GAUSSIANS);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await(() -> document().gaussianCount() == 2 * TrainedScene.GAUSSIANS);
  }

  @Test
  void lettersWrittenIntoANameAreNoActions(FxRobot robot) {
    window.open(TrainedScene.get().folder(), Optional.empty());
    window.onWindow(() -> scene.lookup("#viewport").requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    window.await(() -> !state().selection().isEmpty());
    window.onWindow(() -> window.workbench().window().reveal("selection"));
    TextField name = (TextField) scene.lookup("#named-name");
    window.onWindow(name::requestFocus);
    robot.write("hg");
    assertThat(name.getText()).isEqualTo("hg");
    assertThat(state().hidden().isEmpty()).isTrue();
  }
}
