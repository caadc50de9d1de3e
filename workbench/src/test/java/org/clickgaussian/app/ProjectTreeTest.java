package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.stage.Stage;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.project.RunEntry;
import org.clickgaussian.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is selected stays so while the project is looked at again. */
@ExtendWith(ApplicationExtension.class)
class ProjectTreeTest {
  private static final Path SCENE = Path.of("room");

  private ProjectTree tree;

  @Start
  void open(Stage stage) {
    tree = new ProjectTree(intent -> {}, Texts.of("app"));
    stage.setScene(new Scene(tree.node(), 300, 400));
    stage.show();
  }

  @Test
  void aRunStaysSelectedWhenMoreIsToldOfIt(FxRobot robot) {
    RunEntry run = entry("b", RunEntry.State.IN_TRAINING, 1);
    robot.interact(() -> show(Optional.empty(), run));
    robot.interact(() -> tree.node().getSelectionModel().select(row(2, 0)));
    RunEntry later = entry("b", RunEntry.State.FINISHED, 2);
    robot.interact(() -> show(Optional.of(run.folder()), later));
    assertThat(selected()).isEqualTo(new ProjectItem.Run(later, true));
  }

  @Test
  void aRunStaysSelectedWhenAnotherComesBeforeIt(FxRobot robot) {
    RunEntry run = entry("b", RunEntry.State.FINISHED, 1);
    robot.interact(() -> show(Optional.empty(), run));
    robot.interact(() -> tree.node().getSelectionModel().select(row(2, 0)));
    robot.interact(() -> show(Optional.empty(), entry("a", RunEntry.State.UNFINISHED, 1), run));
    assertThat(selected()).isEqualTo(new ProjectItem.Run(run, false));
  }

  @Test
  void nothingElseIsSelectedWhenARunIsGone(FxRobot robot) {
    RunEntry run = entry("b", RunEntry.State.FINISHED, 1);
    robot.interact(() -> show(Optional.empty(), entry("a", RunEntry.State.FINISHED, 1), run));
    robot.interact(() -> tree.node().getSelectionModel().select(row(2, 1)));
    robot.interact(() -> show(Optional.empty(), entry("a", RunEntry.State.FINISHED, 1)));
    assertThat(tree.node().getSelectionModel().getSelectedItem()).isNull();
  }

  private void show(Optional<Path> inUse, RunEntry... runs) {
    List<FolderEntry> masks = List.of(new FolderEntry(SCENE.resolve("masks"), 3));
    List<FolderEntry> truth = List.of(new FolderEntry(SCENE.resolve("exact"), 3));
    tree.show(
        SCENE, new ProjectContent(SCENE, true, List.of(), masks, List.of(runs), truth), inUse);
  }

  private TreeItem<ProjectItem> row(int group, int row) {
    return tree.node().getRoot().getChildren().get(group).getChildren().get(row);
  }

  private ProjectItem selected() {
    return tree.node().getSelectionModel().getSelectedItem().getValue();
  }

  private static RunEntry entry(String name, RunEntry.State state, long modified) {
    return new RunEntry(SCENE.resolve(name), state, modified);
  }
}
