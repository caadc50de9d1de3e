package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.clickgaussian.fixture.TrainedScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The frame on a display: dropping, and sizes from a small to a very large screen. */
@Tag("xvfb")
@ExtendWith(ApplicationExtension.class)
class LargeWindowTest {

  @TempDir private static Path folder;

  private OpenWindow window;
  private Stage stage;
  private Stage source;

  @Start
  void open(Stage shown) throws Exception {
    stage = shown;
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
    stage.setX(300);
    stage.setY(0);
  }

  @AfterEach
  void close() {
    window.onWindow(
        () -> {
          window.workbench().closeWindow();
          if (source != null) {
            source.close();
          }
        });
  }

  @Test
  void aDroppedFolderIsOpened(FxRobot robot) {
    window.onWindow(() -> offer(TrainedScene.get().folder().toFile()));
    robot.drag("#dragged").dropTo("#start-recent");
    window.await(() -> window.workbench().context().document().get().isPresent());
    assertThat(window.workbench().context().document().get().orElseThrow().path())
        .isEqualTo(TrainedScene.get().folder());
  }

  /** Another window from which a folder can be dragged. */
  private void offer(File dragged) {
    Label label = new Label("a folder to drag");
    label.setId("dragged");
    label.setMinSize(200, 80);
    label.setOnDragDetected(
        event -> {
          Dragboard board = label.startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(dragged));
          board.setContent(content);
          event.consume();
        });
    source = new Stage();
    source.setX(0);
    source.setY(0);
    source.setScene(new Scene(label));
    source.show();
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "3800, 2100"})
  void nothingIsCutOff(double width, double height) {
    window.onWindow(() -> window.workbench().resize(width, height));
    assertNothingCut("start-page");
    WorkbenchWindow frame = window.workbench().window();
    window.onWindow(frame::showPreferences);
    assertNothingCut("preferences");
    window.onWindow(frame::showShortcuts);
    assertNothingCut("shortcuts");
    window.onWindow(frame::showAbout);
    assertNothingCut("about");
    window.onWindow(() -> frame.overlay().hide());
    window.open(TrainedScene.get().folder(), Optional.empty());
    window.await(() -> window.shows("next-step"));
    assertNothingCut("project-pane");
    assertNothingCut("menu-bar");
    assertNothingCut("status-bar");
  }

  @ParameterizedTest
  @CsvSource({"1000, 800", "1280, 800", "1600, 900"})
  void panesBesideTheSceneFit(double width, double height) {
    window.onWindow(() -> window.workbench().resize(width, height));
    window.open(TrainedScene.get().folder(), Optional.empty());
    WorkbenchWindow frame = window.workbench().window();
    window.onWindow(() -> List.of("selection", "runs", "tasks").forEach(frame::reveal));
    window.whileAJobRuns(
        () -> {
          assertNothingCut("selection-pane");
          assertNothingCut("runs-bar");
          assertInside("task-list", ".task-cancel-button");
          assertInside("selection-pane", ".button");
          assertInside("runs-bar", ".button");
        });
  }

  /** Nothing of these sticks out of the part at its sides. */
  private void assertInside(String part, String which) {
    window.onWindow(
        () -> {
          Node node = stage.getScene().lookup("#" + part);
          Bounds whole = node.localToScene(node.getLayoutBounds());
          for (Node each : node.lookupAll(which)) {
            Bounds bounds = each.localToScene(each.getLayoutBounds());
            assertThat(bounds.getMaxX()).as(each.toString()).isLessThan(whole.getMaxX() + 0.5);
            assertThat(bounds.getMinX()).as(each.toString()).isGreaterThan(whole.getMinX() - 0.5);
          }
        });
  }

  private void assertNothingCut(String part) {
    window.onWindow(
        () -> {
          Node node = stage.getScene().lookup("#" + part);
          assertThat(node).as(part).isNotNull();
          Bounds inside = node.localToScene(node.getLayoutBounds());
          assertThat(stage.getScene().getWidth()).isGreaterThanOrEqualTo(inside.getMaxX() - 1);
          assertThat(stage.getScene().getHeight()).isGreaterThanOrEqualTo(inside.getMaxY() - 1);
          Set<String> cut = new TreeSet<>();
          for (Node each : node.lookupAll("*")) {
            if (each instanceof Labeled labeled && isCut(labeled)) {
              cut.add(labeled.getText());
            }
          }
          assertThat(cut).as("words cut off in " + part).isEmpty();
        });
  }

  /** Words that do not fit end with an ellipsis in the text that is drawn. */
  private static boolean isCut(Labeled labeled) {
    return isSeen(labeled)
        && labeled.lookup(".text") instanceof Text drawn
        && drawn.getText().endsWith(labeled.getEllipsisString())
        && !labeled.getText().endsWith(labeled.getEllipsisString());
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }
}
