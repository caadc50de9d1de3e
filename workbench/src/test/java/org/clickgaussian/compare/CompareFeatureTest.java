package org.clickgaussian.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.clickgaussian.app.OpenWindow;
import org.clickgaussian.curves.CurvesFeature;
import org.clickgaussian.curves.CurvesIntent;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two runs with one camera in the window. */
@ExtendWith(ApplicationExtension.class)
class CompareFeatureTest {
  @TempDir private static Path folder;

  private OpenWindow window;
  private CompareController compare;
  private Path runs;

  @Start
  void start(Stage stage) throws IOException {
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
  }

  @BeforeEach
  void openTwoRuns() throws IOException {
    Path scene =
        TrainedScene.get().copy(Files.createTempDirectory(folder, "files").resolve("scene"));
    runs = scene.resolve("clickgaussian/runs");
    Path second = Files.createDirectory(runs.resolve("second"));
    try (Stream<Path> files = Files.list(runs.resolve("quick"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, second.resolve(file.getFileName()));
      }
    }
    window.open(scene, Optional.of(runs.resolve("quick")));
    compare = window.feature(CompareFeature.class).controller();
    pick("second");
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  private void pick(String run) {
    CurvesFeature curves = window.feature(CurvesFeature.class);
    window.onWindow(
        () -> curves.controller().handle(new CurvesIntent.Pick(runs.resolve(run), true)));
  }

  private void open() {
    window.onWindow(() -> window.workbench().context().actions().run("compare.open"));
    window.await(() -> compare.state().open() && compare.drawn() > 0);
  }

  private void await(Runnable change) {
    int before = compare.drawn();
    window.onWindow(change);
    window.await(() -> compare.drawn() > before && compare.isUpToDate());
  }

  private static void tick(FxRobot robot, String id) {
    for (MenuItem item : robot.lookup("#compare-besides").queryAs(MenuButton.class).getItems()) {
      if (id.equals(item.getId())) {
        CheckMenuItem ticked = (CheckMenuItem) item;
        ticked.setSelected(!ticked.isSelected());
      }
    }
  }

  @Test
  void comparesWithOneCameraInEveryArrangement(FxRobot robot) {
    open();
    assertThat(window.shows("compare")).isTrue();
    assertThat(window.words("compare-label-0")).startsWith("quick");
    assertThat(window.words("compare-label-1")).startsWith("second");
    ComparePictures pictures = robot.lookup("#compare-pictures").queryAs(ComparePictures.class);
    assertThat(pictures.drawn()).hasSize(2);
    CameraRig before = compare.state().rig().orElseThrow();
    await(() -> compare.handle(new CompareIntent.Move(before.orbit(0.3, 0.1), true)));
    await(() -> compare.handle(new CompareIntent.Rest()));
    assertThat(compare.state().rig().orElseThrow()).isNotEqualTo(before);
    await(() -> compare.handle(new CompareIntent.Step(1)));
    assertThat(compare.state().view()).isPresent();
    ChoiceBox<Arrangement> arrangement =
        robot.lookup("#compare-arrangement").queryAs(ChoiceBox.class);
    await(() -> arrangement.setValue(Arrangement.DIFFERENCE));
    assertThat(window.words("compare-label-0")).contains("quick – second").contains("0.0 %");
    await(() -> arrangement.setValue(Arrangement.WIPE));
    assertThat(pictures.drawn()).hasSize(1);
    for (String run : List.of("#compare-first", "#compare-second")) {
      ChoiceBox<Integer> chooser = robot.lookup(run).queryAs(ChoiceBox.class);
      assertThat(chooser.getWidth()).isGreaterThanOrEqualTo(chooser.prefWidth(-1));
    }
    await(() -> tick(robot, "compare-masks"));
    assertThat(compare.state().panels()).contains(ComparedPanel.MASKS).hasSize(3);
    await(() -> arrangement.setValue(Arrangement.DIFFERENCE));
    await(() -> compare.handle(new CompareIntent.Pair(0, 2)));
    assertThat(window.words("compare-label-0")).contains("masks disagree");
    await(() -> tick(robot, "compare-truth"));
    await(() -> compare.handle(new CompareIntent.Pair(0, 3)));
    assertThat(window.words("compare-label-0")).contains("quick – Truth").contains("disagree");
    await(() -> arrangement.setValue(Arrangement.SIDE_BY_SIDE));
    assertThat(window.words("compare-label-3")).startsWith("Truth").contains("coarse segments");
    robot.clickOn("#compare-close");
    assertThat(window.shows("compare")).isFalse();
    open();
    window.onWindow(() -> compare.handle(new CompareIntent.Arrange(Arrangement.WIPE)));
    assertThat(robot.lookup("#compare-first .label").queryLabeled().getText()).isEqualTo("quick");
    assertThat(robot.lookup("#compare-second .label").queryLabeled().getText()).isEqualTo("second");
  }

  @Test
  void aRunThatIsNotFinishedIsToldOf() throws IOException {
    Path broken = Files.createDirectory(runs.resolve("broken"));
    Files.copy(runs.resolve("quick/config.json"), broken.resolve("config.json"));
    pick("broken");
    window.onWindow(() -> window.workbench().context().actions().run("compare.open"));
    window.await(() -> !window.workbench().lastFailures().isEmpty());
    assertThat(window.workbench().lastFailures().getLast()).contains("broken");
    assertThat(compare.state().open()).isFalse();
  }

  @Test
  void closingTheSceneEndsIt() {
    open();
    window.onWindow(
        () -> assertThat(window.workbench().context().actions().run("file.close")).isTrue());
    window.await(() -> !compare.state().open());
    assertThat(List.of(compare.state().panels())).containsExactly(List.of());
    assertThat(window.shows("start-page")).isTrue();
  }
}
