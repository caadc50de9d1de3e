package org.clickgaussian.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.clickgaussian.app.OpenWindow;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.image.ImageFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The curves in the window, driven as a person drives them. */
@ExtendWith(ApplicationExtension.class)
class CurvesFeatureTest {
  @TempDir private static Path folder;

  private OpenWindow window;
  private CurvesFeature curves;
  private Path runs;
  private Path files;

  @Start
  void start(Stage stage) throws IOException {
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
  }

  @BeforeEach
  void openTwoRuns() throws IOException {
    files = Files.createTempDirectory(folder, "files");
    Path scene = TrainedScene.get().copy(files.resolve("scene"));
    runs = scene.resolve("clickgaussian/runs");
    Path second = Files.createDirectory(runs.resolve("second"));
    for (String name : List.of("config.json", "metrics.csv")) {
      Files.copy(runs.resolve("quick").resolve(name), second.resolve(name));
    }
    window.onWindow(
        () ->
            window
                .workbench()
                .settings()
                .change(
                    now -> now.withDividers("bottom", List.of(0.55)).withHidden("right", true)));
    window.open(scene, Optional.of(runs.resolve("quick")));
    curves = window.feature(CurvesFeature.class);
    window.onWindow(() -> window.workbench().window().reveal("curves"));
    window.await(() -> curves.controller().isRead());
    window.await(() -> curves.controller().state().runs().size() == 2);
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  private ChartContent chart(CurveGroup group) {
    ChartContent[] chart = {null};
    window.onWindow(() -> chart[0] = curves.controller().chart(group));
    return chart[0];
  }

  /** The headless platform tells no keys with the mouse. */
  private void altClick(Node node) {
    MouseEvent click =
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            true,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null);
    window.onWindow(() -> Event.fireEvent(node, click));
  }

  @Test
  void picksHidesAndSolosCurvesAndShowsTheirValues(FxRobot robot) {
    assertThat(chart(CurveGroup.TOTAL).curves()).hasSize(1);
    robot.moveTo("#chart-total");
    CurveChart chart = robot.lookup("#chart-total").queryAs(CurveChart.class);
    assertThat(chart.front().words()).anyMatch(line -> line.matches("iteration \\d+(\\.\\d+)?"));
    assertThat(chart.front().words()).anyMatch(line -> line.startsWith("total "));
    robot.clickOn("#curves-pick-second");
    window.await(() -> curves.controller().isRead());
    window.await(() -> curves.controller().chart(CurveGroup.TOTAL).curves().size() == 2);
    robot.clickOn("#curves-run-second");
    assertThat(chart(CurveGroup.TOTAL).curves()).hasSize(1);
    altClick(robot.lookup("#curves-run-second").query());
    assertThat(chart(CurveGroup.TOTAL).curves())
        .allMatch(curve -> curve.run().equals("second"))
        .hasSize(1);
    altClick(robot.lookup("#curves-run-second").query());
    assertThat(chart(CurveGroup.TOTAL).curves()).hasSize(2);
    int terms = chart(CurveGroup.TERMS).curves().size();
    robot.clickOn(".curves-legend");
    assertThat(chart(CurveGroup.TERMS).curves()).hasSize(terms - 2);
    robot.clickOn("#curves-mean");
    assertThat(chart(CurveGroup.TOTAL).curves()).hasSize(1);
    assertThat(chart(CurveGroup.TOTAL).curves().getFirst().band()).isPresent();
  }

  @Test
  @Tag("xvfb")
  void framesMovesAndShowsAllAgain(FxRobot robot) {
    ChartContent before = chart(CurveGroup.TOTAL);
    robot.moveTo("#chart-total").drag(MouseButton.SECONDARY).moveBy(40, 30).drop();
    ChartContent framed = chart(CurveGroup.TOTAL);
    assertThat(framed.across().to()).isLessThan(before.across().to());
    assertThat(framed.across().from()).isGreaterThan(before.across().from());
    robot.moveTo("#chart-total").drag().moveBy(-30, 0).drop();
    assertThat(chart(CurveGroup.TOTAL).across().from()).isGreaterThan(framed.across().from());
    robot.clickOn("#curves-reset");
    assertThat(chart(CurveGroup.TOTAL).across()).isEqualTo(before.across());
  }

  @Test
  void growsWithTheRunAndSaysWhatIsWrongWithIt() throws IOException {
    Path metrics = runs.resolve("quick/metrics.csv");
    String last = Files.readAllLines(metrics).getLast();
    int iterations = Integer.parseInt(last.substring(0, last.indexOf(',')));
    String next = (iterations + 1) + last.substring(last.indexOf(','));
    Files.writeString(metrics, next + "\n17,half", StandardOpenOption.APPEND);
    window.await(
        () ->
            curves.controller().chart(CurveGroup.TOTAL).curves().getFirst().line().size()
                == iterations + 1);
    assertThat(window.shows("curves-problem")).isFalse();
    Files.writeString(metrics, "\n", StandardOpenOption.APPEND);
    window.await(() -> window.words("curves-problem").contains("is no row of numbers"));
  }

  @Test
  void writesEachFormat() throws IOException {
    for (String kind : List.of("csv", "svg", "png")) {
      Path file = files.resolve("curves." + kind);
      window.answer(file);
      window.onWindow(() -> window.workbench().context().actions().run("curves." + kind));
      window.await(() -> Files.exists(file) && window.workbench().isIdle());
    }
    List<String> table = Files.readAllLines(files.resolve("curves.csv"));
    assertThat(table.getFirst()).isEqualTo("chart,run,curve,iteration,value,smoothed,deviation");
    assertThat(table)
        .anyMatch(line -> line.startsWith("Total loss (Eq. 13),quick,loss/total,1.0,"));
    assertThat(Files.readString(files.resolve("curves.svg"))).contains("<path d=\"M");
    assertThat(ImageFiles.readRgb(files.resolve("curves.png")).width()).isGreaterThan(100);
  }
}
