package org.clickgaussian.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.clickgaussian.app.WindowFixture;
import org.clickgaussian.experiment.MetricsLog;
import org.clickgaussian.experiment.MetricsRow;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.training.Checkpoint;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.SettingChange;
import org.clickgaussian.tuning.QueuedTraining.Standing;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.ViewportIntent;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.junit.jupiter.api.Test;

/** Trains in the window as a person would. */
class TrainingWindowTest extends WindowFixture {
  private Path opened;

  private TuningController controller() {
    return window.feature(TrainingFeature.class).controller();
  }

  private TuningState state() {
    return controller().state();
  }

  private RunFolder run(String name) {
    return new RunFolder(opened.resolve("clickgaussian/runs").resolve(name));
  }

  private void open() throws IOException {
    opened = TrainedScene.get().copy(folder.resolve("scene"));
    window.open(opened, Optional.empty());
    window.onWindow(() -> window.workbench().window().reveal("training"));
    window.await(() -> !state().masks().isEmpty() && window.workbench().isIdle());
  }

  private void press(String id) {
    window.await(() -> stage.getScene().lookup("#" + id) != null);
    window.onWindow(() -> ((ButtonBase) stage.getScene().lookup("#" + id)).fire());
  }

  private void tell(TuningIntent intent) {
    window.onWindow(() -> controller().handle(intent));
  }

  private void change(Hyperparameter parameter, double value) {
    tell(new TuningIntent.Change(parameter, value));
  }

  /** Small enough for a test, and long enough to act in between. */
  private void prepare(int iterations) {
    change(Hyperparameter.ITERATIONS, iterations);
    change(Hyperparameter.SAMPLED_PIXELS, 400);
    change(Hyperparameter.UNIFORM_PIXELS, 50);
    change(Hyperparameter.CHECKPOINT_INTERVAL, 20);
  }

  private int iteration() {
    return state().active().map(active -> active.progress().iteration()).orElse(-1);
  }

  private Standing standing(int index) {
    return state().queue().get(index).standing();
  }

  @Test
  void aRunIsTrainedChangedInFlightStoppedResumedAndBranched() throws IOException {
    open();
    prepare(100_000);
    press("tuning-start");
    window.await(() -> iteration() > 0);
    assertThat(window.shows("tuning-running")).isTrue();

    press("tuning-of-running");
    window.await(() -> state().steering());
    window.onWindow(
        () -> {
          TextField field = (TextField) stage.getScene().lookup("#setting-learning-rate");
          field.setText("0.02");
          field.fireEvent(new javafx.event.ActionEvent());
        });
    window.await(() -> !state().active().orElseThrow().changes().isEmpty());
    SettingChange change = state().active().orElseThrow().changes().getFirst();
    assertThat(change.parameter()).isEqualTo(Hyperparameter.LEARNING_RATE);
    assertThat(change.to()).isEqualTo(0.02);
    assertThat(SettingChanges.read(run("run-1").changes()).all()).containsExactly(change);
    assertThat(window.words("tuning-changes"))
        .contains("From iteration " + change.iteration() + ": learning-rate 0.01 → 0.02");
    assertThat(stage.getScene().lookup("#setting-pixels").isDisabled()).isTrue();

    press("tuning-pause");
    window.await(() -> Files.exists(run("run-1").checkpoint()));
    assertThat(standing(0)).isEqualTo(Standing.PAUSED);
    press("tuning-pause");
    int paused = iteration();
    window.await(() -> iteration() > paused + 5);

    window.await(() -> iteration() > change.iteration() + 5);
    press("tuning-stop");
    window.await(() -> state().active().isEmpty() && window.workbench().isIdle());
    assertThat(standing(0)).isEqualTo(Standing.STOPPED);
    int stopped = Checkpoint.iteration(run("run-1").checkpoint());
    assertThat(stopped).isGreaterThan(change.iteration());
    MetricsRow last = MetricsLog.read(run("run-1").metrics()).getLast();
    assertThat(last.iteration()).isEqualTo(stopped);
    assertThat(last.values().get("learning-rate"))
        .isCloseTo(0.02, org.assertj.core.data.Offset.offset(1e-6));

    press("resume-run-1");
    window.await(() -> iteration() > stopped);
    tell(TuningIntent.Step.STOP);
    window.await(() -> state().active().isEmpty() && window.workbench().isIdle());

    press("branch-run-1");
    RunDraft.Branch from = state().draft().branch().orElseThrow();
    assertThat(from.told().get(Hyperparameter.LEARNING_RATE)).isEqualTo(0.02);
    change(Hyperparameter.SPATIAL_WEIGHT, 0.1);
    change(Hyperparameter.ITERATIONS, from.iteration() + 8);
    press("tuning-start");
    window.await(() -> Files.exists(run("run-1-1").clusters()) && window.workbench().isIdle());
    RunConfig branch = RunConfig.read(run("run-1-1").config());
    assertThat(branch.parent().orElseThrow().iteration()).isEqualTo(from.iteration());
    assertThat(SettingChanges.read(run("run-1-1").changes()).all())
        .contains(new SettingChange(from.iteration() + 1, Hyperparameter.SPATIAL_WEIGHT, 0.5, 0.1));
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  @Test
  void aQueueTrainsOneAfterAnotherAndCanBeReordered() throws IOException {
    open();
    prepare(100_000);
    press("tuning-start");
    window.await(() -> iteration() > 0);
    tell(new TuningIntent.UsePreset(TrainingPreset.NO_GFL));
    prepare(12);
    tell(new TuningIntent.Seed(5));
    press("tuning-start");
    tell(new TuningIntent.Name("later"));
    press("tuning-start");
    assertThat(state().queue().stream().map(TuningState.Row::name))
        .containsExactly("run-1", "run-2", "later");
    press("queue-later-up");
    assertThat(state().queue().stream().map(TuningState.Row::name))
        .containsExactly("run-1", "later", "run-2");
    press("queue-run-2-remove");
    assertThat(state().queue()).hasSize(2);
    press("tuning-stop");
    window.await(() -> Files.exists(run("later").clusters()) && window.workbench().isIdle());
    RunConfig config = RunConfig.read(run("later").config());
    assertThat(config.ablations()).containsExactly("no-gfl");
    assertThat(config.settings().seed()).isEqualTo(5);
    assertThat(config.testViews()).hasSize(1);
    assertThat(standing(1)).isEqualTo(Standing.FINISHED);
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  @Test
  void theViewportShowsTheTrainingWhileItGoesOn() throws IOException {
    open();
    ViewportFeature viewport = window.feature(ViewportFeature.class);
    window.onWindow(
        () -> viewport.controller().handle(new ViewportIntent.Show(ViewportMode.PCA_FINE)));
    prepare(100_000);
    change(Hyperparameter.GLOBAL_START, 30);
    press("tuning-start");
    window.await(
        () ->
            viewport
                .viewport()
                .frame()
                .filter(frame -> frame.legend().text().startsWith("run-1 in training"))
                .isPresent());
    window.onWindow(
        () -> viewport.controller().handle(new ViewportIntent.Show(ViewportMode.CLUSTERS_FINE)));
    window.await(
        () ->
            viewport
                .viewport()
                .frame()
                .filter(frame -> frame.legend().text().contains("the cluster of each Gaussian"))
                .isPresent());
    tell(new TuningIntent.ShowLive(false));
    window.await(
        () ->
            viewport
                .viewport()
                .frame()
                .filter(frame -> frame.legend().text().endsWith("fine clusters"))
                .isPresent());
    tell(TuningIntent.Step.STOP);
    window.await(() -> state().active().isEmpty() && window.workbench().isIdle());
  }

  @Test
  void whatCannotBeIsToldAndMarked() throws IOException {
    open();
    window.onWindow(
        () -> ((TextField) stage.getScene().lookup("#setting-learning-rate")).setText("fast"));
    assertThat(stage.getScene().lookup("#setting-learning-rate").getStyleClass())
        .contains("problem");
    change(Hyperparameter.LEARNING_RATE, 0.5);
    assertThat(stage.getScene().lookup("#setting-learning-rate").getStyleClass())
        .contains("changed")
        .doesNotContain("problem");
    press("reset-learning-rate");
    assertThat(state().draft().settings().get(Hyperparameter.LEARNING_RATE)).isEqualTo(0.01);
    tell(new TuningIntent.Name("quick"));
    press("tuning-start");
    assertThat(state().queue()).isEmpty();
    tell(new TuningIntent.Name("../out"));
    press("tuning-start");
    assertThat(state().queue()).isEmpty();
    press("tuning-forecast");
    window.await(() -> state().forecast().isPresent());
    assertThat(window.words("tuning-forecast-words")).startsWith("About ").contains("GB");
  }
}
