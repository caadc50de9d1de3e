package org.clickgaussian.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.FileChoosers;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.SettingChanges;
import org.clickgaussian.experiment.TrainingForecast;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.task.SameThreadExecutor;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.tuning.QueuedTraining.Standing;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every job ends inside the intent that begins it, so no window and no waiting is needed. */
class TuningControllerTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Path> used = new ArrayList<>();
  private Workers workers;
  private CurrentDocument current;
  private WorkbenchContext context;
  private TuningController controller;
  private Path scene;

  @BeforeEach
  void open() throws IOException {
    scene = TrainedScene.get().copy(folder.resolve("scene"));
    workers = Workers.of(2);
    current = new CurrentDocument();
    context =
        new WorkbenchContext(
            new SameThreadExecutor((title, failure) -> failures.add(title + ": " + failure)),
            new ActionRegistry(),
            current,
            new NoChoosers(),
            workers,
            words -> {},
            words -> {},
            notices::add);
    controller = controller();
    current.show(SceneDocument.open(scene, workers, Progress.NONE));
    change(Hyperparameter.ITERATIONS, 9);
    change(Hyperparameter.SAMPLED_PIXELS, 200);
    change(Hyperparameter.UNIFORM_PIXELS, 30);
  }

  private TuningController controller() {
    QueueKeeping kept = new QueueKeeping(folder, notices::add);
    return new TuningController(context, kept, () -> Backend.AUTO, used::add, state -> {});
  }

  /** Nothing here asks for files. */
  private static final class NoChoosers implements FileChoosers {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<String> endings) {
      return Optional.empty();
    }
  }

  @AfterEach
  void close() {
    controller.close();
    current.show(null);
    workers.close();
  }

  private void change(Hyperparameter parameter, double value) {
    controller.handle(new TuningIntent.Change(parameter, value));
  }

  private RunFolder run(String name) {
    return new RunFolder(scene.resolve("clickgaussian/runs").resolve(name));
  }

  @Test
  void aRunIsTrainedWithThePreparedSettingsAndUsed() {
    change(Hyperparameter.FINE_MARGIN, 0.6);
    controller.handle(new TuningIntent.Seed(7));
    controller.handle(new TuningIntent.HoldOut(4));
    controller.handle(new TuningIntent.LeaveOut("view001, view002"));
    controller.handle(TuningIntent.Step.START);
    RunConfig config = RunConfig.read(run("run-1").config());
    assertThat(config.settings().get(Hyperparameter.FINE_MARGIN)).isEqualTo(0.6);
    assertThat(config.settings().seed()).isEqualTo(7);
    assertThat(config.testViews()).hasSize(2);
    assertThat(config.leftOutViews()).containsExactly("view001", "view002");
    assertThat(run("run-1").clusters()).exists();
    assertThat(used).containsExactly(run("run-1").path());
    assertThat(controller.state().queue().getFirst().standing()).isEqualTo(Standing.FINISHED);
    assertThat(controller.state().draft().name()).isEqualTo("run-2");
    assertThat(failures).isEmpty();
  }

  @Test
  void aBranchTakesOverWhatItsParentLearnt() {
    controller.handle(TuningIntent.Step.START);
    controller.handle(new TuningIntent.Branch(run("run-1").path()));
    assertThat(controller.state().draft().name()).isEqualTo("run-1-1");
    change(Hyperparameter.ITERATIONS, 12);
    change(Hyperparameter.LEARNING_RATE, 0.02);
    controller.handle(TuningIntent.Step.START);
    assertThat(RunConfig.read(run("run-1-1").config()).parent().orElseThrow().iteration())
        .isEqualTo(9);
    assertThat(SettingChanges.read(run("run-1-1").changes()).all().getFirst().iteration())
        .isEqualTo(10);
    assertThat(run("run-1-1").features()).exists();
    assertThat(controller.state().draft().branch()).isEmpty();
    assertThat(failures).isEmpty();
  }

  /** What a kill leaves: config, checkpoint and metrics, but no features. */
  @Test
  void aKilledRunIsListedAtItsCheckpointAndGoesOn() throws IOException {
    controller.handle(TuningIntent.Step.START);
    byte[] whole = Files.readAllBytes(run("run-1").features());
    Files.delete(run("run-1").features());
    Files.delete(run("run-1").clusters());
    controller.handle(TuningIntent.Step.REFRESH);
    RunRecord stopped =
        controller.state().runs().stream()
            .filter(record -> record.name().equals("run-1"))
            .findFirst()
            .orElseThrow();
    assertThat(stopped.state()).isEqualTo(RunRecord.State.STOPPED);
    assertThat(stopped.progress()).isEqualTo("stopped at iteration 9 of 9");
    controller.handle(new TuningIntent.Resume(stopped.folder()));
    assertThat(Files.readAllBytes(run("run-1").features())).isEqualTo(whole);
    assertThat(failures).isEmpty();
  }

  @Test
  void twoTrainingsIntoOneRunAreRefusedInOneSentence() {
    controller.handle(TuningIntent.Step.START);
    try (RunFolder.Hold hold = run("run-1").hold()) {
      assertThat(hold).isNotNull();
      controller.handle(new TuningIntent.Resume(run("run-1").path()));
    }
    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst()).contains("another training is writing to this run");
    assertThat(controller.state().queue().getLast().standing()).isEqualTo(Standing.FAILED);
    assertThat(run("run-1").features()).exists();
  }

  @Test
  void theForecastIsOfTheDraftAndGoesWithIt() {
    controller.handle(TuningIntent.Step.FORECAST);
    assertThat(controller.state().forecast().orElseThrow().totalSeconds()).isPositive();
    change(Hyperparameter.ITERATIONS, 10);
    assertThat(controller.state().forecast()).isEmpty();
    assertThat(failures).isEmpty();
  }

  /** Nine of twelve iterations are done, so a branch takes less than the whole. */
  @Test
  void aBranchHasAForecastOfWhatIsLeft() {
    controller.handle(TuningIntent.Step.START);
    controller.handle(new TuningIntent.Branch(run("run-1").path()));
    change(Hyperparameter.ITERATIONS, 12);
    change(Hyperparameter.GLOBAL_WEIGHT, 0);
    controller.handle(TuningIntent.Step.FORECAST);
    TrainingForecast forecast = controller.state().forecast().orElseThrow();
    assertThat(forecast.seconds().get("iterations with global guidance")).isZero();
    double each = forecast.seconds().get("iterations before global guidance") / 3;
    change(Hyperparameter.ITERATIONS, 309);
    controller.handle(TuningIntent.Step.FORECAST);
    TrainingForecast longer = controller.state().forecast().orElseThrow();
    double eachOfMore = longer.seconds().get("iterations before global guidance") / 300;
    assertThat(eachOfMore).isBetween(each / 10, each * 10);
    assertThat(failures).isEmpty();
  }

  @Test
  void whatWaitsIsThereAfterARestartAndBeginsWhenToldTo() throws IOException {
    change(Hyperparameter.FINE_MARGIN, 0.6);
    controller.handle(new TuningIntent.LeaveOut("view001"));
    controller.handle(TuningIntent.Step.START);
    RunFolder begun = run("begun");
    Files.createDirectories(begun.path());
    Files.copy(run("run-1").config(), begun.config());
    TrainingSettings wanted = controller.state().draft().settings();
    TrainingWish wish =
        new TrainingWish(
            scene, scene.resolve("clickgaussian/masks/simulated"), 4, List.of("view001"), wanted);
    try (QueueKeeping kept = new QueueKeeping(folder, notices::add)) {
      kept.keep(
          List.of(
              new QueuedTraining(scene, run("later"), Optional.of(wish)),
              new QueuedTraining(scene, begun, Optional.of(wish)),
              new QueuedTraining(scene, run("run-1"), Optional.empty()),
              new QueuedTraining(folder.resolve("gone"), run("gone"), Optional.of(wish))));
    }
    TuningController restarted = controller();
    assertThat(restarted.state().queue())
        .containsExactly(
            new TuningState.Row("later", Standing.KEPT, false),
            new TuningState.Row("begun", Standing.KEPT, true));
    restarted.handle(new TuningIntent.Release(0));
    assertThat(restarted.state().queue().getFirst().standing()).isEqualTo(Standing.FINISHED);
    RunConfig config = RunConfig.read(run("later").config());
    for (Hyperparameter each : Hyperparameter.values()) {
      assertThat(config.settings().get(each)).as(each.key()).isEqualTo(wanted.get(each));
    }
    assertThat(config.leftOutViews()).containsExactly("view001");
    restarted.close();
    assertThat(controller().state().queue())
        .containsExactly(new TuningState.Row("begun", Standing.KEPT, true));
    assertThat(failures).isEmpty();
    assertThat(notices).noneMatch(notice -> notice.contains("could not be kept"));
  }

  @Test
  void aQueueThatCannotBeReadIsToldAndLeftOut() throws IOException {
    Files.writeString(folder.resolve("queue.json"), "{\"version\": 1, \"trainings\": [{");
    assertThat(controller().state().queue()).isEmpty();
    assertThat(notices).anyMatch(notice -> notice.contains("could not be kept"));
  }

  @Test
  void presetsAreTheAblationsOfTheMethod() {
    controller.handle(new TuningIntent.UsePreset(TrainingPreset.PAPER));
    assertThat(controller.state().draft().settings().get(Hyperparameter.NEGATIVE_WEIGHT))
        .isEqualTo(0.1);
    controller.handle(new TuningIntent.UsePreset(TrainingPreset.NO_PRIOR));
    assertThat(controller.state().draft().settings().isOn(Hyperparameter.GRANULARITY_PRIOR))
        .isFalse();
    assertThat(controller.state().draft().settings().get(Hyperparameter.NEGATIVE_WEIGHT))
        .isEqualTo(Hyperparameter.NEGATIVE_WEIGHT.defaultValue());
  }

  @Test
  void whatCannotBeIsToldInASentence() {
    controller.handle(new TuningIntent.Name("quick"));
    controller.handle(TuningIntent.Step.START);
    controller.handle(new TuningIntent.Name("../out"));
    controller.handle(TuningIntent.Step.START);
    controller.handle(new TuningIntent.Name("odd"));
    change(Hyperparameter.COARSE_DIMENSIONS, 30);
    controller.handle(TuningIntent.Step.START);
    change(Hyperparameter.COARSE_DIMENSIONS, 300);
    assertThat(notices).hasSize(4);
    assertThat(notices.get(0)).contains("quick already");
    assertThat(notices.get(1)).contains("cannot be a run's name");
    assertThat(notices.get(2)).contains("dimensions.coarse");
    assertThat(notices.get(3)).contains("not allowed");
    assertThat(controller.state().queue()).isEmpty();
  }

  @Test
  void withoutASceneThereIsAHint() {
    current.show(null);
    assertThat(controller.state().hint()).isNotEmpty();
    controller.handle(TuningIntent.Step.START);
    assertThat(notices).hasSize(1);
  }
}
