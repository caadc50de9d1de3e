package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.splat.device.Backend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window on OpenGL, which is lost while somebody works. */
@ExtendWith(ApplicationExtension.class)
class GraphicsWindowTest {
  private static final long DOUBLE_CLICK_MILLIS = 1000;

  @TempDir private static Path folder;

  private OpenWindow window;

  @BeforeAll
  static void needsOpenGl() {
    GlTestContext.open().close();
  }

  @Start
  void open(Stage stage) throws Exception {
    window =
        new OpenWindow(stage, Files.createTempDirectory(folder, "window"), Optional.of(Backend.GL));
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  private SceneDocument document() {
    return window.workbench().context().document().get().orElseThrow();
  }

  private int selected() {
    return document().state().selection().size();
  }

  @Test
  void clicksAreAnsweredOnTheDeviceAndAfterItIsLostOnTheProcessor(FxRobot robot) {
    window.open(TrainedScene.get().folder(), Optional.empty());
    window.await(() -> document().run().isPresent());
    window.await(() -> !window.words("status-backend").isEmpty());
    assertThat(window.words("status-backend")).doesNotStartWith("CPU");

    robot.clickOn("#viewport-root");
    window.await(() -> selected() > 0);
    final int onTheDevice = selected();

    window.onWindow(() -> document().undo());
    assertThat(selected()).isZero();
    window.workbench().device().get().context().orElseThrow().abandon("it was unplugged");
    robot.sleep(DOUBLE_CLICK_MILLIS); // Two clicks in a row would be a double click, which focuses.
    robot.clickOn("#viewport-root");
    window.await(() -> selected() > 0);
    assertThat(selected()).isEqualTo(onTheDevice);
    window.await(() -> window.words("status-backend").startsWith("CPU"));
    assertThat(robot.lookup(Labeled.class::isInstance).queryAllAs(Labeled.class))
        .anyMatch(said -> String.valueOf(said.getText()).contains("it was unplugged"));
    assertThat(window.workbench().lastFailures()).isEmpty();
  }
}
