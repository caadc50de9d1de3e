package org.clickgaussian.viewport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.viewport.frame.GaussianQuantity;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramControllerTest {
  private final Workers workers = Workers.of(1);
  private final QueuedTasks tasks = new QueuedTasks();
  private final CurrentDocument current = new CurrentDocument();
  private Optional<double[]> eye = Optional.of(new double[3]);
  private HistogramController controller;

  @BeforeEach
  void start() {
    WorkbenchContext context =
        new WorkbenchContext(
            tasks,
            new ActionRegistry(),
            current,
            null,
            workers,
            backend -> {},
            pointed -> {},
            notice -> {});
    controller = new HistogramController(context, () -> eye, shown -> {});
  }

  @AfterEach
  void end() {
    controller.close();
    current.show(null);
    workers.close();
    assertThat(tasks.failures).isEmpty();
  }

  private SceneDocument open() {
    SceneDocument document = TrainedScene.get().openWithRun(workers);
    current.show(document);
    tasks.until(() -> state().total() == TrainedScene.GAUSSIANS);
    return document;
  }

  private HistogramState state() {
    return controller.state();
  }

  private void drag(Combination combination, double from, double to) {
    controller.handle(new HistogramIntent.Begin(combination));
    controller.handle(new HistogramIntent.Range(from, to));
    controller.handle(new HistogramIntent.End());
  }

  @ParameterizedTest
  @EnumSource
  void everyQuantityCountsAllGaussians(GaussianQuantity quantity) {
    open();
    controller.handle(new HistogramIntent.Show(quantity));
    tasks.until(() -> state().histogram().isPresent());
    assertThat(state().total()).isEqualTo(TrainedScene.GAUSSIANS);
    assertThat(state().inRange()).isEqualTo(TrainedScene.GAUSSIANS);
    assertThat(state().hint()).isEmpty();
  }

  @Test
  void aRangeJoinsTheSelectionAsTheModifierSays() {
    SceneDocument document = open();
    controller.handle(new HistogramIntent.Show(GaussianQuantity.DISTANCE));
    tasks.until(() -> state().histogram().isPresent());
    GaussianSet first = GaussianSet.all(100);
    document.change("Select", before -> before.withSelection(first));
    drag(Combination.REMOVE, 0, 1);
    tasks.until(() -> document.state().selection().isEmpty());
    document.undo();
    assertThat(document.state().selection()).isEqualTo(first);
    drag(Combination.REPLACE, 0, 0.3);
    tasks.until(() -> !document.state().selection().equals(first));
    GaussianSet near = document.state().selection();
    assertThat(near.size()).isBetween(1, TrainedScene.GAUSSIANS - 1);
    tasks.until(() -> state().inRange() == near.size());
    drag(Combination.ADD, 0.2, 1);
    tasks.until(() -> document.state().selection().size() == TrainedScene.GAUSSIANS);
    drag(Combination.INTERSECT, 0, 0.3);
    tasks.until(() -> document.state().selection().equals(near));
  }

  @Test
  void aWholeDragIsOneStepToUndo() {
    SceneDocument document = open();
    controller.handle(new HistogramIntent.Show(GaussianQuantity.SIZE));
    tasks.until(() -> state().histogram().isPresent());
    controller.handle(new HistogramIntent.Begin(Combination.REPLACE));
    for (double to : new double[] {0.9, 0.7, 0.5}) {
      controller.handle(new HistogramIntent.Range(0, to));
      tasks.until(() -> state().inRange() == document.state().selection().size());
    }
    controller.handle(new HistogramIntent.End());
    tasks.until(() -> !document.state().selection().isEmpty());
    document.undo();
    assertThat(document.state().selection().isEmpty()).isTrue();
    assertThat(document.undoName()).isEmpty();
  }

  @Test
  void distancesFollowTheCamera() {
    open();
    controller.handle(new HistogramIntent.Show(GaussianQuantity.DISTANCE));
    tasks.until(() -> state().histogram().isPresent());
    double before = state().histogram().orElseThrow().from();
    eye = Optional.of(new double[] {0, 0, 100});
    controller.handle(new HistogramIntent.Refresh());
    tasks.until(() -> state().histogram().orElseThrow().from() > before + 50);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(state().hint()).isNotEmpty();
    SceneDocument document = open();
    document.useRun(null);
    controller.handle(new HistogramIntent.Show(GaussianQuantity.COSINE));
    assertThat(state().hint()).isNotEmpty();
    controller.handle(new HistogramIntent.LogarithmicCounts(false));
    assertThat(state().logarithmic()).isFalse();
    current.show(null);
    assertThat(state().hint()).isNotEmpty();
  }
}
