package org.clickgaussian.viewport.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.Clicks;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.document.region.Reach;
import org.clickgaussian.document.region.ScreenRegion;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.task.SameThreadExecutor;
import org.clickgaussian.viewport.frame.DocumentFrameSource;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.tool.SelectionIntent.Export;
import org.clickgaussian.viewport.tool.SelectionIntent.Step;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionControllerTest {
  @TempDir private Path folder;
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final CurrentDocument current = new CurrentDocument();
  private Workers workers;
  private SceneDocument document;
  private DocumentFrameSource source;
  private Camera camera;
  private SelectionController controller;

  @BeforeEach
  void open() throws IOException {
    workers = Workers.of(2);
    TrainedScene scene = TrainedScene.get();
    Path copy = scene.copy(folder.resolve("scene"));
    document = SceneDocument.open(copy, workers, Progress.NONE);
    document.useRun(RunSession.open(scene.run(), document.original(), workers, Progress.NONE));
    source = DocumentFrameSource.of(document);
    camera = document.folder().views().getFirst().camera();
    source.render(
        new FrameRequest(
            camera, ViewportMode.COLOUR, document.state(), null, OptionalInt.empty(), false));
    WorkbenchContext context =
        new WorkbenchContext(
            new SameThreadExecutor((title, failure) -> failures.add(failure)),
            new ActionRegistry(),
            current,
            new AnsweringChoosers(folder),
            workers,
            words -> {},
            words -> {},
            notices::add);
    RenderThread here =
        new RenderThread() {
          @Override
          public <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer) {
            answer.accept(question.apply(source));
          }
        };
    controller = new SelectionController(context, here, () -> {});
    current.show(document);
  }

  @AfterEach
  void close() {
    source.close();
    current.show(null);
    workers.close();
    assertThat(failures).isEmpty();
  }

  private EditState state() {
    return document.state();
  }

  /** A pixel at which something is hit. */
  private SelectionIntent.Click hit(Combination combination) {
    for (int pixel = 60 * 120 + 60; pixel < 90 * 120; pixel++) {
      int x = pixel % 120;
      int y = pixel / 120;
      if (source
          .probe(x, y)
          .orElseThrow()
          .match()
          .filter(m -> Clicks.hits(m, Level.COARSE))
          .isPresent()) {
        return new SelectionIntent.Click(x, y, combination);
      }
    }
    throw new AssertionError("nothing is hit anywhere");
  }

  @Test
  void clickingSelectsMarksAndCanBeUndone() {
    controller.handle(new SelectionIntent.Threshold(0.2));
    controller.handle(hit(Combination.REPLACE));
    assertThat(state().selection().size()).isPositive();
    assertThat(state().markers()).hasSize(1);
    assertThat(controller.lastClick()).isPresent();
    assertThat(document.undoName()).contains("Select segment");
    GaussianSet whole = state().selection();
    controller.handle(hit(Combination.REMOVE));
    assertThat(state().selection().isEmpty()).isTrue();
    controller.handle(Step.UNDO);
    assertThat(state().selection()).isEqualTo(whole);
    controller.handle(Step.UNDO);
    assertThat(state().selection().isEmpty()).isTrue();
    controller.handle(Step.REDO);
    assertThat(state().selection()).isEqualTo(whole);
  }

  @Test
  void withoutARunAClickSaysWhatToDoAndRegionsStillSelect() {
    document.useRun(null);
    controller.handle(new SelectionIntent.Click(60, 60, Combination.REPLACE));
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst()).contains("run");
    controller.handle(region(Combination.REPLACE));
    assertThat(controller.hasSelection()).isTrue();
  }

  private SelectionIntent.Region region(Combination combination) {
    BitMask pixels = ScreenRegion.rectangle(30, 30, 90, 70, camera.width(), camera.height());
    return new SelectionIntent.Region(camera, pixels, combination);
  }

  @Test
  void regionsSelectTheFrontOrAllTheWayThroughAndJoin() {
    controller.handle(region(Combination.REPLACE));
    GaussianSet front = state().selection();
    controller.handle(new SelectionIntent.UseReach(Reach.THROUGH));
    controller.handle(region(Combination.REPLACE));
    GaussianSet through = state().selection();
    assertThat(through.size()).isGreaterThan(front.size());
    controller.handle(Step.SWITCH_REACH);
    controller.handle(region(Combination.INTERSECT));
    assertThat(state().selection()).isEqualTo(through.and(front));
    controller.handle(region(Combination.REMOVE));
    assertThat(state().selection().isEmpty()).isTrue();
  }

  @Test
  void theSliderOfTheThresholdIsOneStep() {
    controller.handle(hit(Combination.REPLACE));
    controller.handle(new SelectionIntent.Settle());
    GaussianSet at09 = state().selection();
    for (int k = 89; k >= 20; k--) {
      controller.handle(new SelectionIntent.Threshold(k / 100.0));
    }
    controller.handle(new SelectionIntent.Settle());
    assertThat(state().selection().size()).isGreaterThan(at09.size());
    controller.handle(Step.UNDO);
    assertThat(state().threshold()).isEqualTo(0.9);
    assertThat(state().selection()).isEqualTo(at09);
  }

  @Test
  void levelSwitchesBackAndForth() {
    controller.handle(Step.SWITCH_LEVEL);
    assertThat(state().level()).isEqualTo(Level.FINE);
    controller.handle(Step.SWITCH_LEVEL);
    assertThat(state().level()).isEqualTo(Level.COARSE);
  }

  @Test
  void growingAndShrinkingSearchNeighboursAgainWhenGaussiansWereMoved() {
    controller.handle(region(Combination.REPLACE));
    int before = state().selection().size();
    controller.handle(Step.GROW);
    int grown = state().selection().size();
    assertThat(grown).isGreaterThan(before);
    controller.handle(Step.SHRINK);
    assertThat(state().selection().size()).isLessThan(grown);
    controller.handle(new SelectionIntent.Transform(Similarity.shift(100, 0, 0)));
    GaussianSet far = state().selection();
    controller.handle(Step.GROW);
    assertThat(state().selection()).isEqualTo(far);
  }

  @Test
  void hidingDeletingAndCopyingAreSteps() {
    int all = document.gaussianCount();
    controller.handle(region(Combination.REPLACE));
    GaussianSet selected = state().selection();
    controller.handle(Step.DUPLICATE);
    assertThat(document.gaussianCount()).isEqualTo(all + selected.size());
    controller.handle(Step.DELETE);
    controller.handle(Step.ALL);
    assertThat(state().selection().size()).isEqualTo(all);
    controller.handle(Step.INVERT);
    assertThat(controller.hasSelection()).isFalse();
    controller.handle(region(Combination.REPLACE));
    controller.handle(Step.ISOLATE);
    controller.handle(Step.HIDE);
    assertThat(state().invisible().size()).isEqualTo(document.gaussianCount());
    controller.handle(Step.SHOW_ALL);
    assertThat(state().hidden().isEmpty()).isTrue();
    while (document.undoName().isPresent()) {
      controller.handle(Step.UNDO);
    }
    assertThat(document.gaussianCount()).isEqualTo(all);
    assertThat(state().invisible().isEmpty()).isTrue();
  }

  @Test
  void aDragIsOneStepAndEscapeTakesItBack() {
    controller.handle(region(Combination.REPLACE));
    EditState before = state();
    Object gesture = new Object();
    for (int k = 1; k < 5; k++) {
      controller.handle(new SelectionIntent.Drag(gesture, Similarity.shift(k, 0, 0)));
    }
    controller.handle(new SelectionIntent.Drop(gesture, true));
    assertThat(state()).isSameAs(before);
    controller.handle(new SelectionIntent.Drag(gesture, Similarity.shift(1, 0, 0)));
    controller.handle(new SelectionIntent.Drag(gesture, Similarity.shift(2, 0, 0)));
    controller.handle(new SelectionIntent.Drop(gesture, false));
    Object next = new Object();
    controller.handle(new SelectionIntent.Drag(next, Similarity.shift(3, 0, 0)));
    controller.handle(new SelectionIntent.Drop(next, false));
    assertThat(state().changes()).hasSize(1);
    controller.handle(Step.UNDO);
    assertThat(state().changes()).hasSize(1);
    controller.handle(Step.UNDO);
    assertThat(state()).isSameAs(before);
  }

  @Test
  void theSliderOfTheColourIsOneStep() {
    controller.handle(region(Combination.REPLACE));
    EditState before = state();
    for (int k = 1; k < 9; k++) {
      controller.handle(new SelectionIntent.Recolour(1, 0, 0, k / 10.0));
    }
    controller.handle(new SelectionIntent.Settle());
    assertThat(state().changes()).hasSize(1);
    controller.handle(Step.UNDO);
    assertThat(state()).isSameAs(before);
  }

  @Test
  void namedSelectionsAreKeptWithTheProject() {
    controller.handle(region(Combination.REPLACE));
    GaussianSet selected = state().selection();
    controller.handle(new SelectionIntent.Save(" vase "));
    controller.handle(new SelectionIntent.Rename("vase", "pot"));
    controller.handle(new SelectionIntent.Save("other"));
    controller.handle(new SelectionIntent.Rename("pot", "other"));
    assertThat(notices).hasSize(1);
    controller.handle(new SelectionIntent.Forget("other"));
    controller.handle(Step.CLEAR);
    controller.handle(new SelectionIntent.Load("pot", Combination.REPLACE));
    assertThat(state().selection()).isEqualTo(selected);
    SceneDocument again = SceneDocument.open(document.path(), workers, Progress.NONE);
    source.close();
    current.show(again);
    assertThat(again.state().named()).containsOnlyKeys("pot").containsValue(selected);
    assertThat(again.undoName()).isEmpty();
    document = again;
    source = DocumentFrameSource.of(again);
  }

  @Test
  void damagedSelectionsAreToldAndTheSceneOpens() throws IOException {
    controller.handle(region(Combination.REPLACE));
    controller.handle(new SelectionIntent.Save("vase"));
    Path kept = document.path().resolve("clickgaussian/selections/selection-vase.json");
    Files.writeString(kept, "{");
    SceneDocument again = SceneDocument.open(document.path(), workers, Progress.NONE);
    source.close();
    current.show(again);
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst()).contains("selection-vase.json");
    document = again;
    source = DocumentFrameSource.of(again);
  }

  @Test
  void exportsAskWhereToAndSayWhatTheyWrote() {
    controller.handle(region(Combination.REPLACE));
    for (Export what : Export.values()) {
      controller.handle(what);
    }
    assertThat(folder.resolve("scene-selection.ply")).isNotEmptyFile();
    assertThat(folder.resolve("scene-rest.ply")).isNotEmptyFile();
    assertThat(folder.resolve("scene-labels.npy")).isNotEmptyFile();
    assertThat(folder.resolve("scene-labels.json")).isNotEmptyFile();
    assertThat(folder.resolve("selection-masks")).isNotEmptyDirectory();
    assertThat(notices).hasSize(4);
  }

  @Test
  void anExportThatFailsIsToldAndChangesNothing() throws IOException {
    controller.handle(region(Combination.REPLACE));
    Files.createDirectories(folder.resolve("scene-selection.ply").resolve("in the way"));
    EditState before = state();
    controller.handle(Export.SELECTION);
    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst()).hasMessageContaining("scene-selection.ply");
    failures.clear();
    assertThat(state()).isSameAs(before);
  }
}
