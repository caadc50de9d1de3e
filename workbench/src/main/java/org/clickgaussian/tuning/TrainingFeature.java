package org.clickgaussian.tuning;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.ShellController;
import org.clickgaussian.app.ShellIntent;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.settings.ComputedTask;
import org.clickgaussian.settings.DeviceChoice;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.Hyperparameter;

/** Training as the window takes it in: its pane and its actions. */
public final class TrainingFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("tuning");

  private final TuningController controller;
  private final TrainingPane pane;
  private final InputCourtesy courtesy;

  private TrainingFeature(
      WorkbenchContext context,
      ShellController shell,
      SettingsStore settings,
      DeviceChoice devices) {
    controller =
        new TuningController(
            context,
            new QueueKeeping(
                settings.path().toAbsolutePath().getParent(),
                told -> context.tasks().onWindowThread(() -> context.notices().accept(told))),
            () -> devices.of(ComputedTask.TRAINING),
            run -> shell.handle(new ShellIntent.UseRun(run)),
            this::show);
    pane = new TrainingPane(controller::handle);
    courtesy =
        new InputCourtesy(
            pane.node(), () -> controller.running().map(RunningTraining::workers).orElse(null));
    TrainingActions.register(context.actions(), controller);
    show(controller.state());
  }

  /**
   * Makes the pane and registers the actions.
   *
   * @param shell uses runs that are trained
   * @param settings lie beside the list of trainings that wait
   * @param devices which device trains, unless a training names another one
   */
  public static TrainingFeature create(
      WorkbenchContext context,
      ShellController shell,
      SettingsStore settings,
      DeviceChoice devices) {
    return new TrainingFeature(context, shell, settings, devices);
  }

  private void show(TuningState state) {
    if (courtesy != null) {
      pane.show(state);
      courtesy.apply();
    }
  }

  /** Answers intents, and tells what is shown. */
  public TuningController controller() {
    return controller;
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("training", TEXTS.get("pane.title"), FeaturePane.Place.RIGHT, pane.node()));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return List.of(
        GalleryStop.of("training-prepared", this::showChanged),
        GalleryStop.of(
            "training-defaults",
            () -> controller.handle(new TuningIntent.UsePreset(TrainingPreset.DEFAULTS))));
  }

  private void showChanged() {
    for (Node at = pane.node(); at != null; at = at.getParent()) {
      if (at instanceof TabPane tabs) {
        tabs.getTabs().stream()
            .filter(tab -> tab.getContent() == pane.node())
            .forEach(tab -> tabs.getSelectionModel().select(tab));
      }
    }
    controller.handle(new TuningIntent.UsePreset(TrainingPreset.NO_GFL));
    controller.handle(new TuningIntent.Change(Hyperparameter.LEARNING_RATE, 0.02));
  }

  @Override
  public void close() {
    controller.close();
  }
}
