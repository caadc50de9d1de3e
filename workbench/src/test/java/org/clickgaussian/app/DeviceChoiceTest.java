package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.settings.ComputedTask;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.tuning.TrainingFeature;
import org.clickgaussian.tuning.TuningController;
import org.clickgaussian.tuning.TuningIntent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Chooses devices in the preferences while a scene is open and a training waits. */
class DeviceChoiceTest extends WindowFixture {

  @BeforeAll
  static void needsOpenGl() {
    GlTestContext.open().close();
  }

  @SuppressWarnings("unchecked")
  private void choose(ComputedTask task, Backend backend) {
    window.onWindow(
        () -> {
          window.workbench().window().showPreferences();
          ChoiceBox<Backend> box =
              (ChoiceBox<Backend>) stage.getScene().lookup("#preferences-" + task.key());
          box.setValue(backend);
          window.workbench().window().overlay().hide();
        });
  }

  private TuningController training() {
    return window.feature(TrainingFeature.class).controller();
  }

  private void tell(TuningIntent intent) {
    window.onWindow(() -> training().handle(intent));
  }

  private Path begin(String name, int iterations) {
    tell(new TuningIntent.Change(Hyperparameter.ITERATIONS, iterations));
    tell(new TuningIntent.Change(Hyperparameter.SAMPLED_PIXELS, 300));
    tell(new TuningIntent.Change(Hyperparameter.UNIFORM_PIXELS, 50));
    tell(new TuningIntent.Name(name));
    tell(TuningIntent.Step.START);
    return window.document().path().resolve("clickgaussian/runs").resolve(name);
  }

  private String learner(Path run) {
    return RunConfig.read(run.resolve("config.json")).backend();
  }

  private String tip() {
    return ((Labeled) stage.getScene().lookup("#status-backend")).getTooltip().getText();
  }

  @Test
  void anOpenSceneGoesOverAndBackWithAllThatWasDone() throws IOException {
    window.open(TrainedScene.get().copy(folder.resolve("scene")), Optional.empty());
    window.await(() -> window.words("status-backend").startsWith("CPU"));
    GaussianSet half = GaussianSet.where(window.document().gaussianCount(), i -> i % 2 == 0);
    window.onWindow(
        () -> {
          window.document().change("hide", state -> state.withHidden(half));
          window.document().change("select", state -> state.withSelection(half.inverted(200)));
        });
    final var state = window.document().state();
    choose(ComputedTask.PICTURES, Backend.GL);
    window.await(() -> !window.words("status-backend").startsWith("CPU"));
    assertThat(tip()).startsWith("Pictures are drawn on: ").doesNotContain("Why not");
    assertThat(window.document().state()).isSameAs(state);

    window.workbench().device().get().context().orElseThrow().abandon("it was unplugged");
    window.onWindow(
        () -> {
          window.document().undo();
          window.document().undo();
        });
    window.await(() -> tip().contains("it was unplugged"));
    assertThat(window.words("status-backend")).startsWith("CPU");
    assertThat(tip()).containsPattern("given up at \\d\\d:\\d\\d");

    choose(ComputedTask.PICTURES, Backend.CPU);
    window.await(() -> !tip().contains("Why not"));
    choose(ComputedTask.PICTURES, Backend.GL);
    window.await(() -> !window.words("status-backend").startsWith("CPU"));
    assertThat(window.workbench().settings().get().choices()).containsKey("device.pictures");
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  @Test
  void trainingsTakeTheDeviceWhenTheyBeginUnlessTheyNameOne() throws IOException {
    window.open(TrainedScene.get().copy(folder.resolve("scene")), Optional.empty());
    window.onWindow(() -> window.workbench().window().reveal("training"));
    window.await(() -> !training().state().masks().isEmpty() && window.workbench().isIdle());
    final Path first = begin("first", 100_000);
    window.await(() -> window.words("tuning-device-words").startsWith("Learns on the processor"));
    assertThat(window.words("tuning-device-words")).contains("because", "graphics processor");
    final Path usual = begin("usual", 6);
    tell(new TuningIntent.TrainOn(Optional.of(Backend.CPU)));
    Path named = begin("named", 6);
    choose(ComputedTask.TRAINING, Backend.GL);
    tell(TuningIntent.Step.STOP);
    window.await(() -> training().state().active().isEmpty() && window.workbench().isIdle());
    assertThat(learner(first)).isEqualTo("cpu");
    assertThat(learner(usual)).isEqualTo("gl");
    assertThat(learner(named)).isEqualTo("cpu");

    tell(TuningIntent.Step.FORECAST);
    window.await(() -> training().state().forecast().isPresent());
    assertThat(training().state().forecast().orElseThrow().learner()).isEqualTo("cpu");
    tell(new TuningIntent.TrainOn(Optional.empty()));
    tell(TuningIntent.Step.FORECAST);
    window.await(() -> training().state().forecast().isPresent());
    assertThat(window.words("tuning-forecast-words")).contains("measured iterations on gl");
    assertThat(window.workbench().lastFailures()).isEmpty();
  }

  @Test
  void whatTheGraphicsProcessorCanDoIsShownAndCopied() {
    window.onWindow(() -> window.workbench().window().showPreferences());
    window.onWindow(() -> ((ButtonBase) stage.getScene().lookup("#preferences-device")).fire());
    TextInputControl report = (TextInputControl) stage.getScene().lookup("#gpu-report");
    window.await(() -> report.getText().startsWith("device "));
    assertThat(report.getText()).contains("OpenGL ", "buffers ", "subgroups ");
    assertThat(window.words("gpu-use")).startsWith("Pictures: Automatic");
    window.onWindow(() -> ((ButtonBase) stage.getScene().lookup("#gpu-copy")).fire());
    assertThat(window.workbench().lastFailures()).isEmpty();
  }
}
