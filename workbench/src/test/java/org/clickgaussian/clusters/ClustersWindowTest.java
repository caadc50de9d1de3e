package org.clickgaussian.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.clickgaussian.app.OpenWindow;
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

/** The cluster panes, driven as a person drives them. */
@ExtendWith(ApplicationExtension.class)
class ClustersWindowTest {

  @TempDir private static Path folder;

  private OpenWindow window;
  private Scene scene;
  private Path copy;

  @Start
  void open(Stage stage) throws Exception {
    Path own = Files.createTempDirectory(folder, "window");
    copy = own.resolve("scene");
    window = new OpenWindow(stage, own);
    scene = stage.getScene();
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  private void openScene() throws Exception {
    TrainedScene.get().copy(copy);
    window.open(copy, Optional.of(copy.resolve("clickgaussian/runs/quick")));
    window.onWindow(() -> window.workbench().window().reveal("clusters"));
    window.onWindow(() -> window.workbench().window().reveal("cluster-tree"));
    window.await(() -> !state().rows(Level.COARSE).isEmpty() && state().hierarchy().isPresent());
    window.await(() -> window.isWithinReach("clusters-table"));
    window.await(() -> window.isWithinReach("cluster-tree-chart"));
  }

  private ClustersState state() {
    return window.feature(ClustersFeature.class).controller().state();
  }

  private SceneDocument document() {
    return window.workbench().context().document().get().orElseThrow();
  }

  private int clusters(Level level) {
    return document().run().orElseThrow().clusters().level(level).count();
  }

  private void undo(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    window.onWindow(() -> {});
  }

  /** Drags the cut to so many pixels below the middle of the tree. */
  private double cutAt(FxRobot robot, Node chart, double below) {
    var before = state().cut();
    robot.moveTo(chart).press(MouseButton.PRIMARY).moveBy(0, 20).moveBy(0, below - 20);
    robot.release(MouseButton.PRIMARY);
    window.await(() -> state().cut().isPresent() && !state().cut().equals(before));
    return state().cut().getAsDouble();
  }

  @Test
  void twoObjectsAreMergedAndApartAgainAfterUndo(FxRobot robot) throws Exception {
    openScene();
    int before = clusters(Level.COARSE);
    TreeTableView<?> table = (TreeTableView<?>) scene.lookup("#clusters-table");
    window.onWindow(
        () -> table.getRoot().getChildren().forEach(object -> object.setExpanded(false)));
    window.onWindow(() -> table.getSelectionModel().selectIndices(0, 1));
    window.await(() -> state().picked().size() == 2);
    assertThat(document().state().selection().size()).isPositive();
    Set<Integer> picked = state().picked();
    robot.clickOn("#button-clusters-merge");
    window.await(() -> clusters(Level.COARSE) == before - 1);
    assertThat(state().picked()).hasSize(1);
    assertThat(picked).containsAll(state().picked());
    undo(robot);
    window.await(() -> clusters(Level.COARSE) == before);
    assertThat(document().run().orElseThrow().edits().isNone()).isTrue();
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void otherParametersAreTriedOutBeforeTheyAreAccepted(FxRobot robot) throws Exception {
    openScene();
    int before = clusters(Level.COARSE);
    Spinner<Integer> smallest = (Spinner<Integer>) scene.lookup("#cluster-smallest");
    window.onWindow(() -> smallest.getValueFactory().setValue(40));
    window.await(() -> state().foundAnew() && !state().searching());
    int tried = clusters(Level.COARSE);
    assertThat(tried).isNotEqualTo(before);
    assertThat(document().undoName()).isEmpty();
    window.onWindow(() -> window.workbench().context().actions().run("clusters.accept"));
    window.await(() -> !state().foundAnew() && window.workbench().isIdle());
    assertThat(clusters(Level.COARSE)).isEqualTo(tried);
    undo(robot);
    window.await(() -> clusters(Level.COARSE) == before);
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  @Test
  void theCutIsDraggedGivenUpAndUndone(FxRobot robot) throws Exception {
    openScene();
    int before = clusters(Level.COARSE);
    Node chart = scene.lookup("#cluster-tree-chart");
    robot.moveTo(chart).press(MouseButton.PRIMARY).moveBy(0, -8).moveBy(0, -12);
    window.await(() -> document().isPreviewing());
    assertThat(document().undoName()).isEmpty();
    robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    window.await(() -> !document().isPreviewing());
    assertThat(state().cut()).isEmpty();
    assertThat(clusters(Level.COARSE)).isEqualTo(before);
    double finer = cutAt(robot, chart, 12);
    int parts = clusters(Level.COARSE);
    double coarser = cutAt(robot, chart, 8 - chart.getLayoutBounds().getHeight() / 2);
    assertThat(coarser).isGreaterThan(finer);
    assertThat(clusters(Level.COARSE)).isLessThan(parts);
    undo(robot);
    window.await(() -> clusters(Level.COARSE) == parts);
    undo(robot);
    window.await(() -> state().cut().isEmpty() && clusters(Level.COARSE) == before);
    assertThat(window.workbench().lastFailures()).isEmpty();
  }
}
