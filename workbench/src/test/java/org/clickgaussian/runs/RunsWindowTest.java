package org.clickgaussian.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.clickgaussian.app.OpenWindow;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.RunRecord.State;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.viewport.ViewportFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Runs in the window, from the table to a report. */
@ExtendWith(ApplicationExtension.class)
class RunsWindowTest {
  @TempDir private static Path folder;

  private OpenWindow window;
  private Scene scene;
  private RunsController controller;
  private Path runs;
  private Path first;
  private Path second;

  @Start
  void open(Stage stage) throws Exception {
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
    scene = stage.getScene();
    controller = window.feature(RunsFeature.class).controller();
  }

  @BeforeEach
  void makeRuns() throws IOException {
    Path copy = TrainedScene.get().copy(Files.createTempDirectory(folder, "s").resolve("scene"));
    runs = copy.resolve("clickgaussian/runs");
    first = runs.resolve("quick");
    second = runs.resolve("without");
    copyRun(first, second);
    Path config = second.resolve("config.json");
    Files.writeString(
        config, Files.readString(config).replace("\"gfl.weight\" : 10.0", "\"gfl.weight\" : 0.0"));
    Files.createDirectories(runs.resolve("odd"));
    window.open(copy, Optional.of(first));
    window.await(() -> controller.state().used().isPresent());
    window.onWindow(() -> window.workbench().window().reveal("runs"));
    window.await(() -> controller.state().runs().size() == 3);
  }

  private static void copyRun(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  private TableView<?> table(String id) {
    return (TableView<?>) scene.lookup("#" + id);
  }

  private void fire(String id) {
    window.onWindow(() -> ((Button) scene.lookup("#" + id)).fire());
  }

  private void show(String part) {
    window.onWindow(() -> ((ToggleButton) scene.lookup("#runs-part-" + part)).fire());
  }

  private void fireItem(String id) {
    window.onWindow(
        () ->
            ((MenuButton) scene.lookup("#runs-more"))
                .getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .filter(item -> !item.isDisable())
                    .forEach(MenuItem::fire));
  }

  private void handle(RunsIntent intent) {
    window.onWindow(() -> controller.handle(intent));
  }

  @Test
  void runsAreEvaluatedComparedAndWritten() throws IOException {
    assertThat(table("runs-table").getItems()).hasSize(3);
    assertThat(controller.state().runs().getFirst().state()).isEqualTo(State.BROKEN);
    window.onWindow(
        () -> {
          table("runs-table").getSelectionModel().select(1);
          table("runs-table").getSelectionModel().select(2);
        });
    assertThat(controller.state().picked()).hasSize(2);
    show("settings");
    assertThat(table("runs-comparison").getItems()).hasSize(1);
    fire("button-runs-evaluate");
    window.await(
        () ->
            controller.state().picked().stream().allMatch(run -> run.scores().isPresent())
                && window.workbench().isIdle());
    handle(new RunsIntent.Pin(Optional.of(first)));
    show("means");
    assertThat(table("runs-comparison").getItems()).hasSize(2);
    show("objects");
    assertThat(table("runs-comparison").getItems().size()).isGreaterThan(5);
    show("worst");
    assertThat(table("runs-comparison").getItems()).isNotEmpty();
    for (String name : List.of("t.csv", "t.md", "t.tex", "r.html")) {
      Path file = folder.resolve(name);
      window.answer(file);
      fireItem(name.endsWith("html") ? "button-runs-report" : "button-runs-export");
      window.await(() -> Files.exists(file) && window.workbench().isIdle());
    }
    assertThat(Files.readString(folder.resolve("t.tex"))).contains("\\toprule", "quick (baseline)");
    assertThat(Files.readString(folder.resolve("r.html"))).contains("<svg", "data:image/png");
    theScoresShowPictures();
  }

  private void theScoresShowPictures() {
    window.onWindow(() -> window.workbench().window().reveal("scores"));
    assertThat(table("scores-table").getItems()).isNotEmpty();
    window.onWindow(() -> table("scores-table").getSelectionModel().select(0));
    window.await(() -> !scene.lookup("#scores-picture-hint").isVisible());
    String view = ((ScoreRow) table("scores-table").getItems().getFirst()).score().view();
    fire("scores-jump");
    window.await(() -> viewShown().filter(view::equals).isPresent());
  }

  private Optional<String> viewShown() {
    return window.feature(ViewportFeature.class).controller().state().view();
  }

  @Test
  void deletedRunsComeBackAndNewOnesShowUp() throws IOException {
    window.onWindow(() -> ((TextField) scene.lookup("#runs-search")).setText("without"));
    assertThat(table("runs-table").getItems()).hasSize(1);
    window.onWindow(() -> table("runs-table").getSelectionModel().select(0));
    fire("button-runs-delete");
    window.await(() -> controller.state().runs().size() == 2);
    assertThat(second).doesNotExist();
    assertThat(runs.resolveSibling("trash").resolve("without")).exists();
    fire("button-runs-bring-back");
    window.await(() -> controller.state().runs().size() == 3);
    assertThat(second.resolve("config.json")).exists();
    fire("button-runs-delete");
    window.await(() -> !Files.exists(second) && scene.lookup("#notice-action") != null);
    fire("notice-action");
    window.await(() -> Files.exists(second) && controller.state().runs().size() == 3);
    handle(new RunsIntent.ShowColumn("pixels", true));
    assertThat(window.workbench().settings().get().choices().get("runs-columns"))
        .contains("pixels");
    Files.delete(second.resolve("clusters.json"));
    window.await(() -> controller.state().shown().getFirst().state() == State.STOPPED);
    assertThat(controller.state().used()).contains(first);
    handle(new RunsIntent.Delete(first));
    assertThat(first).exists();
  }

  @Test
  void aRunOfAnotherSceneIsMarkedAndRefused() throws IOException {
    Path config = second.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config)
            .replaceFirst("\"positions\" : \"[^\"]*\"", "\"positions\" : \"0\""));
    window.await(() -> controller.state().foreign().contains(second));
    handle(new RunsIntent.Pick(List.of(second)));
    assertThat(scene.lookup("#button-runs-use").isDisabled()).isTrue();
    assertThat(scene.lookup("#button-runs-evaluate").isDisabled()).isTrue();
    handle(new RunsIntent.Use(second));
    window.await(() -> !window.workbench().lastFailures().isEmpty());
    assertThat(window.workbench().lastFailures().getLast()).contains("is a run of another scene");
    assertThat(controller.state().used()).contains(first);
  }

  @Test
  void settingsAndMetricsThatCannotBeReadAreToldOfTheRun() throws IOException {
    Path config = second.resolve("config.json");
    String whole = Files.readString(config);
    Files.writeString(config, whole.replaceFirst("\"pixels\" : \\d+", "\"pixels\" : -3"));
    window.await(() -> record().state() == State.BROKEN);
    assertThat(record().problem()).contains("config.json", "pixels", "not allowed");
    Files.writeString(config, whole.replaceFirst("\"pixels\"", "\"pixel\""));
    window.await(() -> record().problem().contains("no setting"));
    Files.writeString(config, whole);
    Path metrics = second.resolve("metrics.csv");
    String rows = Files.readString(metrics);
    Files.writeString(metrics, rows.substring(0, rows.length() - 5));
    window.await(() -> record().iteration() == 149);
    assertThat(record().state()).isEqualTo(State.FINISHED);
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  private RunRecord record() {
    return controller.state().runs().stream()
        .filter(run -> run.folder().equals(second))
        .findFirst()
        .orElseThrow();
  }
}
