package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.settings.ThemeChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The frame, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {

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

  @Test
  void beginsWithTheStartPage() {
    assertThat(window.shows("start-page")).isTrue();
    assertThat(window.shows("project-tree")).isFalse();
    assertThat(window.shows("start-forget")).isFalse();
  }

  @Test
  void opensASceneFromTheStartPageWithItsNewestRun(FxRobot robot) {
    window.answer(TrainedScene.get().folder());
    robot.clickOn("#start-file-open");
    window.await(() -> window.workbench().context().document().get().isPresent());
    window.await(
        () -> window.workbench().context().document().get().orElseThrow().run().isPresent());
    assertThat(window.shows("start-page")).isFalse();
    assertThat(window.shows("project-tree")).isTrue();
    assertThat(window.workbench().settings().get().recent())
        .containsExactly(TrainedScene.get().folder());
    window.await(() -> window.words("next-step").startsWith("Click on an object"));
    TreeView<?> tree = (TreeView<?>) scene.lookup("#project-tree");
    assertThat(tree.getRoot().getChildren()).hasSize(4);
    assertThat(tree.getRoot().getChildren().get(2).getChildren().getFirst().getValue())
        .isInstanceOfSatisfying(ProjectItem.Run.class, run -> assertThat(run.inUse()).isTrue());
  }

  @Test
  void closingTheSceneLeadsBackAndListsIt(FxRobot robot) {
    window.open(TrainedScene.get().folder(), Optional.empty());
    robot.push(KeyCode.CONTROL, KeyCode.W);
    window.await(() -> window.shows("start-page"));
    assertThat(robot.lookup(".recent-row").queryAll()).hasSize(1);
    robot.clickOn(".recent-row");
    window.await(() -> window.workbench().context().document().get().isPresent());
  }

  @Test
  void thePaletteRunsAnActionByItsName(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    window.await(() -> window.shows("palette"));
    robot.write("dark");
    ListView<?> found = (ListView<?>) scene.lookup("#palette-found");
    assertThat(found.getItems()).hasSize(1);
    robot.push(KeyCode.ENTER);
    window.await(() -> !window.shows("palette"));
    assertThat(window.workbench().settings().get().theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(scene.getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
  }

  @Test
  void thePaletteDoesNotRunWhatIsNotAvailable(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.write("close scene");
    robot.push(KeyCode.ENTER);
    assertThat(window.shows("palette")).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(window.shows("palette")).isFalse();
  }

  @Test
  void everyKeyStandsOnTheShortcutSheet(FxRobot robot) {
    robot.push(KeyCode.F1);
    window.await(() -> window.shows("shortcuts"));
    long withKeys =
        window.workbench().context().actions().all().stream()
            .filter(action -> action.accelerator().isPresent())
            .count();
    assertThat(robot.lookup("#shortcuts .key").queryAll().size())
        .isGreaterThanOrEqualTo((int) withKeys);
    robot.push(KeyCode.ENTER);
    assertThat(window.shows("shortcuts")).isFalse();
  }

  @Test
  void everyActionStandsInAMenu() {
    for (var action : window.workbench().context().actions().all()) {
      var bar = (javafx.scene.control.MenuBar) scene.lookup("#menu-bar");
      assertThat(bar.getMenus())
          .as(action.id())
          .anyMatch(
              menu ->
                  menu.getItems().stream()
                      .anyMatch(item -> ("item-" + action.id()).equals(item.getId())));
    }
  }

  @Test
  void theKeyboardStaysOnACard(FxRobot robot) {
    window.onWindow(() -> window.workbench().window().showPreferences());
    for (int i = 0; i < 12; i++) {
      robot.push(KeyCode.TAB);
      assertThat(isOn("preferences", scene.getFocusOwner())).isTrue();
    }
    robot.clickOn("#preferences-reopen");
    assertThat(window.workbench().settings().get().reopen()).isTrue();
    robot.clickOn("#preferences-close");
    assertThat(window.shows("preferences")).isFalse();
  }

  @Test
  void sidesArePutAwayAndComeBack(FxRobot robot) {
    window.open(TrainedScene.get().folder(), Optional.empty());
    window.onWindow(() -> window.workbench().context().actions().run("window.left"));
    assertThat(window.shows("project-tree")).isFalse();
    assertThat(window.workbench().settings().get().hidden()).contains("left");
    window.onWindow(() -> window.workbench().window().reveal("project"));
    assertThat(window.shows("project-tree")).isTrue();
  }

  @Test
  void aboutNamesLibrariesAndLicences() {
    window.onWindow(() -> window.workbench().window().showAbout());
    assertThat(window.shows("about-licences")).isTrue();
    assertThat(Licences.all()).extracting(Licences.Entry::artifact).contains("javafx-base");
  }

  @Test
  void theLayoutIsThereAtTheNextStart() {
    Path settings = window.workbench().settings().path();
    window.onWindow(() -> window.workbench().closeWindow());
    assertThat(settings).isNotEmptyFile();
    assertThat(new org.clickgaussian.settings.SettingsFile(settings).read(said -> {}).window())
        .isPresent();
  }

  private static boolean isOn(String card, Node node) {
    return node != null && (card.equals(node.getId()) || isOn(card, node.getParent()));
  }
}
