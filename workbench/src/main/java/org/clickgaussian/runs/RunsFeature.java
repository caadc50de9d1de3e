package org.clickgaussian.runs;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.ShellController;
import org.clickgaussian.app.ShellIntent;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.RunColumn;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.ViewportIntent;

/** Runs as the window takes them in: the table with the comparison, the scores of one run. */
public final class RunsFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("runs");
  private static final String COLUMNS = "runs-columns";
  private static final double SECONDS_BETWEEN_LOOKS = 2;

  private final RunSelection selection;
  private final RunsController controller;
  private final RunsPane runs;
  private final ScoresPane scores;
  private final Timeline clock;

  private RunsFeature(
      WorkbenchContext context, RunSelection selection, RunsController.Outside outside) {
    this.selection = selection;
    controller = new RunsController(context, selection, outside, this::show);
    RunsActions.register(context, controller);
    runs = new RunsPane(context.actions(), controller::handle);
    scores = new ScoresPane(context.tasks(), controller::handle);
    show(controller.state());
    clock =
        new Timeline(
            new KeyFrame(
                Duration.seconds(SECONDS_BETWEEN_LOOKS),
                event -> controller.handle(new RunsIntent.Refresh())));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  /**
   * Makes the panes and registers their actions.
   *
   * @param selection the picked runs, shared with whoever shows them too
   * @param shell makes clicks be answered from a run
   * @param settings remembers the columns of the table
   */
  public static RunsFeature create(
      WorkbenchContext context,
      ViewportFeature viewport,
      ShellController shell,
      RunSelection selection,
      SettingsStore settings) {
    return new RunsFeature(
        context,
        selection,
        new RunsController.Outside(
            run -> shell.handle(new ShellIntent.UseRun(run)),
            view -> viewport.controller().handle(new ViewportIntent.GoTo(view)),
            settings.get().choices().getOrDefault(COLUMNS, RunColumn.USUAL),
            columns -> settings.change(now -> now.withChoice(COLUMNS, columns))));
  }

  /** The picked runs. */
  public RunSelection selection() {
    return selection;
  }

  /** Answers intents. */
  RunsController controller() {
    return controller;
  }

  private void show(RunsState state) {
    // The controller tells its first state before there are panes.
    if (scores != null) {
      runs.show(state);
      scores.show(state);
    }
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("runs", TEXTS.get("pane.runs"), FeaturePane.Place.BOTTOM, runs.node()),
        new FeaturePane(
            "scores", TEXTS.get("pane.scores"), FeaturePane.Place.BOTTOM, scores.node()));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return List.of(
        new GalleryStop(
            "runs",
            () ->
                controller.handle(
                    new RunsIntent.Pick(
                        controller.state().runs().stream().map(RunRecord::folder).toList())),
            () -> controller.state().comparison().isPresent() || !hasRuns()));
  }

  private boolean hasRuns() {
    return !controller.state().runs().isEmpty();
  }

  @Override
  public void close() {
    clock.stop();
    scores.close();
    controller.close();
  }
}
