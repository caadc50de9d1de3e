package org.clickgaussian.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.clickgaussian.app.soak.PulseMeasurement;
import org.clickgaussian.app.start.PulseReport;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.tuning.TrainingFeature;
import org.clickgaussian.tuning.TrainingPreset;
import org.clickgaussian.tuning.TuningController;
import org.clickgaussian.tuning.TuningIntent;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.ViewportIntent;
import org.clickgaussian.viewport.frame.ViewportMode;

/** Trains a run of the open scene, measures the window's pulses meanwhile, and removes the run. */
final class WorkbenchPulses implements PulseMeasurement.Training {
  private static final String RUN = "pulse-measurement";
  private static final int MOST_PULSES = 18_000;

  private final Workbench workbench;
  private final ViewportFeature viewport;
  private final TuningController training;

  WorkbenchPulses(Workbench workbench) {
    this.workbench = workbench;
    this.viewport = feature(ViewportFeature.class);
    this.training = feature(TrainingFeature.class).controller();
  }

  private <T> T feature(Class<T> type) {
    return workbench.features().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Measures; {@code finished} is told null, or what went wrong before it could begin. */
  void start(WindowErrand.MeasurePulses errand, Consumer<Throwable> finished) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (isReady()) {
          stop();
          try {
            measure(errand, finished);
          } catch (RuntimeException | Error e) {
            finished.accept(e);
          }
        } else if (++pulses > MOST_PULSES || !workbench.lastFailures().isEmpty()) {
          stop();
          finished.accept(
              new IllegalStateException("the scene was not opened: " + workbench.lastFailures()));
        }
      }
    }.start();
  }

  private boolean isReady() {
    return workbench.isIdle()
        && viewport.viewport().frame().isPresent()
        && training.state().hint().isEmpty();
  }

  private void measure(WindowErrand.MeasurePulses errand, Consumer<Throwable> finished) {
    remove();
    prepare();
    training.handle(TuningIntent.Step.START);
    Region area = (Region) workbench.window().root().lookup("#viewport");
    new PulseMeasurement(area, this, errand.plan(), report -> end(report, errand, finished))
        .start();
  }

  /**
   * A run whose iterations all do the same work: the pools are drawn once, before the first, and
   * guidance with its clusterings never begins. Otherwise two turns would differ by what of that
   * falls into them.
   */
  private void prepare() {
    training.handle(new TuningIntent.Name(RUN));
    training.handle(new TuningIntent.UsePreset(TrainingPreset.NO_GFL));
    training.handle(new TuningIntent.Change(Hyperparameter.POOL_RENEWALS, 0));
    training.handle(
        new TuningIntent.Change(Hyperparameter.ITERATIONS, Hyperparameter.ITERATIONS.maximum()));
  }

  @Override
  public int iteration() {
    return training.state().active().map(active -> active.progress().iteration()).orElse(0);
  }

  @Override
  public void showLive(boolean wanted) {
    training.handle(new TuningIntent.ShowLive(wanted));
    ViewportMode mode = wanted ? ViewportMode.PCA_FINE : ViewportMode.COLOUR;
    viewport.controller().handle(new ViewportIntent.Show(mode));
  }

  @Override
  public void pause(boolean wanted) {
    training.handle(wanted ? TuningIntent.Step.PAUSE : TuningIntent.Step.GO_ON);
  }

  private void end(
      PulseReport report, WindowErrand.MeasurePulses errand, Consumer<Throwable> finished) {
    training.handle(TuningIntent.Step.STOP);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (training.state().active().isEmpty() && workbench.isIdle()) {
          stop();
          remove();
          errand.answer().accept(report);
          finished.accept(null);
        }
      }
    }.start();
  }

  private void remove() {
    Path scene = workbench.context().document().get().orElseThrow().path();
    Path run =
        ProjectContent.of(scene)
            .scene()
            .resolve(ProjectContent.FOLDER)
            .resolve("runs")
            .resolve(RUN);
    if (Files.exists(run)) {
      try (Stream<Path> files = Files.walk(run)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw InputException.in(run, "cannot be removed: " + AtomicFile.reason(e), e);
      }
    }
  }
}
