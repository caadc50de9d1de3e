package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.clickgaussian.fixture.TrainedScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

/** What eyes found once and should not find again. */
class WindowLooksTest extends ApplicationTest {
  /** The width of the right side in a window of 1280. */
  private static final double SIDE = 0.27 * 1280;

  @TempDir private Path folder;
  private OpenWindow window;
  private Stage stage;

  @Override
  public void start(Stage shown) {
    stage = shown;
    window = new OpenWindow(shown, folder);
  }

  @AfterEach
  void close() throws Exception {
    window.onWindow(() -> window.workbench().closeWindow());
    FxToolkit.cleanupStages();
  }

  private void open() throws IOException {
    window.open(TrainedScene.get().copy(folder.resolve("scene")), Optional.empty());
  }

  @Test
  void theTabsBesideTheSceneFit() throws IOException {
    window.onWindow(
        () ->
            window
                .workbench()
                .settings()
                .change(
                    settings -> settings.withDividers("right", List.of(SIDE / stage.getWidth()))));
    open();
    TabPane tabs = (TabPane) stage.getScene().lookup("#tabs-right");
    window.await(() -> Math.abs(tabs.getWidth() - SIDE) < 5);
    assertThat(tabs.getTabs()).hasSize(5);
    Node more = tabs.lookup(".control-buttons-tab");
    assertThat(more.isVisible() && more.getLayoutBounds().getWidth() > 0).isFalse();
  }

  @Test
  void theButtonThatCancelsFitsBesideLongWords() throws IOException {
    open();
    window.onWindow(() -> window.workbench().window().reveal("tasks"));
    CountDownLatch done = new CountDownLatch(1);
    window.onWindow(
        () ->
            window
                .workbench()
                .context()
                .tasks()
                .submit(
                    "A job with a name that is much longer than the pane is wide",
                    progress -> {
                      done.await();
                      return done;
                    },
                    nothing -> {}));
    try {
      window.await(() -> stage.getScene().lookup(".task-cancel-button") != null);
      Node list = stage.getScene().lookup("#task-list");
      Labeled cancel = (Labeled) stage.getScene().lookup(".task-cancel-button");
      window.onWindow(
          () -> {
            assertThat(cancel.localToScene(cancel.getLayoutBounds()).getMaxX())
                .isLessThan(list.localToScene(list.getLayoutBounds()).getMaxX());
            assertThat(cancel.getWidth()).isGreaterThanOrEqualTo(cancel.prefWidth(-1) - 1);
          });
    } finally {
      done.countDown();
    }
    window.await(() -> window.workbench().isIdle());
  }
}
