package org.clickgaussian.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.clickgaussian.app.OpenWindow;
import org.clickgaussian.document.ShownMasks;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The masks pane, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class MasksWindowTest {

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
    window.open(copy, Optional.empty());
    window.onWindow(() -> window.workbench().window().reveal("masks"));
    window.await(() -> masks().controller().state().sets().chosenEntry().isPresent());
    window.await(() -> window.isWithinReach("masks-generate"));
  }

  private MasksFeature masks() {
    return window.feature(MasksFeature.class);
  }

  @SuppressWarnings("unchecked")
  private TableView<CheckRow> table() {
    return (TableView<CheckRow>) scene.lookup("#masks-table");
  }

  @Test
  void theCheckIsSortedLookedAtAndTicked(FxRobot robot) throws Exception {
    openScene();
    assertThat(window.shows("masks-table")).isFalse();
    robot.clickOn("#masks-check");
    window.await(() -> window.shows("masks-table") && table().getItems().size() == 8);
    TableColumn<CheckRow, ?> agreement = table().getColumns().get(2).getColumns().get(1);
    window.onWindow(() -> table().getSortOrder().setAll(List.of(agreement)));
    assertThat(table().getItems()).isSortedAccordingTo(byFineAgreement());
    CheckRow second = table().getItems().get(1);
    robot.clickOn(second.view());
    window.await(
        () -> window.shows("masks-picture") && !window.words("masks-picture-words").isEmpty());
    assertThat(window.words("masks-picture-words")).startsWith(second.view());
    var viewport = window.feature(ViewportFeature.class).controller();
    window.await(() -> viewport.state().view().equals(Optional.of(second.view())));
    assertThat(viewport.state().mode()).isEqualTo(ViewportMode.MASKS);
    CheckBox tick = robot.lookup("#masks-table .check-box").nth(0).queryAs(CheckBox.class);
    String first = table().getItems().getFirst().view();
    robot.clickOn(tick);
    window.await(() -> window.workbench().isIdle());
    Path set = copy.resolve("clickgaussian/masks/simulated");
    assertThat(LeftOutViews.read(set).views()).containsExactly(first);
    assertThat(table().getItems().getFirst().leftOut()).isTrue();
    robot.clickOn("#masks-disagreement");
    window.await(() -> window.words("masks-picture-words").contains("against"));
    assertThat(viewport.state().mode()).isEqualTo(ViewportMode.COLOUR);
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  private static java.util.Comparator<CheckRow> byFineAgreement() {
    return java.util.Comparator.comparingDouble(CheckRow::fineAgreement);
  }

  @Test
  void theFormSaysWhatIsMissingAndImportsAreShown(FxRobot robot) throws Exception {
    openScene();
    robot.clickOn("#masks-generate");
    window.await(() -> window.shows("masks-form"));
    assertThat(scene.lookup("#masks-form-generate").isDisabled())
        .isEqualTo(
            masks().controller().state().making().model().filter(ModelChoice::ready).isEmpty());
    robot.clickOn("#masks-form-cancel");
    window.await(() -> !window.shows("masks-form"));
    Path set = copy.resolve("clickgaussian/masks/simulated");
    window.answer(set);
    window.onWindow(() -> window.workbench().context().actions().run("masks.import-folder"));
    window.await(
        () ->
            window
                .workbench()
                .context()
                .document()
                .get()
                .orElseThrow()
                .masks()
                .map(ShownMasks::folder)
                .filter(shown -> shown.endsWith("simulated-2"))
                .isPresent());
    window.await(
        () ->
            masks().controller().state().sets().chosenEntry().stream()
                .anyMatch(now -> now.name().equals("simulated-2") && now.photos() == 8));
    window.answer(copy.resolve("cameras.json"));
    window.onWindow(() -> window.workbench().context().actions().run("masks.import-file"));
    window.await(() -> window.shows("failure"));
    assertThat(window.words("failure-sentence")).contains("cameras.json");
    robot.clickOn("#failure-close");
  }

  @Test
  void aBareSplatIsOfferedToBeMadeClickable() throws Exception {
    Path bare = Files.createDirectories(copy.resolveSibling("bare")).resolve("thing.ply");
    try (var files = Files.walk(TrainedScene.get().folder().resolve("point_cloud"))) {
      Files.copy(files.filter(Files::isRegularFile).findFirst().orElseThrow(), bare);
    }
    window.open(bare, Optional.empty());
    window.onWindow(() -> window.workbench().window().reveal("masks"));
    window.await(() -> window.shows("masks-clickable"));
    window.await(() -> window.shows("next-step-button"));
    assertThat(window.words("next-step")).contains("no photos");
    assertThat(
            window
                .workbench()
                .context()
                .actions()
                .action("masks.make-clickable")
                .available()
                .getAsBoolean())
        .isTrue();
  }
}
