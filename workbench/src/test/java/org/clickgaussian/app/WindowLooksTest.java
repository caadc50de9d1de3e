package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import org.clickgaussian.fixture.TrainedScene;
import org.junit.jupiter.api.Test;

/** What eyes found once and should not find again. */
class WindowLooksTest extends WindowFixture {
  /** The width of the right side in a window of 1280. */
  private static final double SIDE = 0.27 * 1280;

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
    window.whileAJobRuns(
        () -> {
          Node list = stage.getScene().lookup("#task-list");
          Labeled cancel = (Labeled) stage.getScene().lookup(".task-cancel-button");
          window.onWindow(
              () -> {
                assertThat(cancel.localToScene(cancel.getLayoutBounds()).getMaxX())
                    .isLessThan(list.localToScene(list.getLayoutBounds()).getMaxX());
                assertThat(cancel.getWidth()).isGreaterThanOrEqualTo(cancel.prefWidth(-1) - 1);
              });
        });
  }
}
