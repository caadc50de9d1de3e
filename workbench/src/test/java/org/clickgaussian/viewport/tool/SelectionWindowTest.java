package org.clickgaussian.viewport.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.style.Stylesheets;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.WindowTasks;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the viewport and the pane of the selection as a person would. */
class SelectionWindowTest extends ApplicationTest {
  private static final int SECONDS = 30;

  @TempDir private Path folder;
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private WindowTasks tasks;
  private Workers workers;
  private CurrentDocument current;
  private ActionRegistry actions;
  private ViewportFeature viewport;
  private SelectionFeature selection;
  private SceneDocument document;

  @Override
  public void start(Stage stage) {
    workers = Workers.of(2);
    tasks = new WindowTasks();
    current = new CurrentDocument();
    actions = new ActionRegistry();
    WorkbenchContext context =
        new WorkbenchContext(
            tasks,
            actions,
            current,
            new AnsweringChoosers(folder),
            workers,
            words -> {},
            words -> {},
            notices::add);
    viewport = ViewportFeature.create(context);
    selection = SelectionFeature.create(context, viewport);
    BorderPane root = new BorderPane(viewport.panes().getFirst().node());
    Region pane = (Region) selection.panes().getFirst().node();
    pane.setPrefWidth(320);
    root.setRight(pane);
    Scene scene = new Scene(root, 940, 900);
    scene.getStylesheets().setAll(Stylesheets.dark());
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void open() throws IOException, TimeoutException {
    TrainedScene trained = TrainedScene.get();
    document = SceneDocument.open(trained.copy(folder.resolve("scene")), workers, Progress.NONE);
    document.useRun(RunSession.open(trained.run(), document.original(), workers, Progress.NONE));
    interact(() -> current.show(document));
    await(() -> viewport.viewport().frame().isPresent());
  }

  @AfterEach
  void close() throws TimeoutException {
    interact(
        () -> {
          selection.close();
          viewport.close();
        });
    tasks.close();
    interact(() -> current.show(null));
    FxToolkit.cleanupStages();
    workers.close();
    assertThat(tasks.failures).isEmpty();
  }

  private static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private EditState state() {
    return document.state();
  }

  private void press(String id) {
    ButtonBase button = lookup("#" + id).query();
    interact(button::fire);
  }

  private Point2D inPicture(double shareX, double shareY) {
    Bounds bounds =
        lookup("#viewport-root")
            .query()
            .localToScreen(lookup("#viewport-root").query().getBoundsInLocal());
    return new Point2D(
        bounds.getMinX() + shareX * bounds.getWidth(),
        bounds.getMinY() + shareY * bounds.getHeight());
  }

  private void selectByRectangle() throws TimeoutException {
    interact(() -> actions.run("tool.rectangle"));
    drag(inPicture(0.3, 0.3), MouseButton.PRIMARY).dropTo(inPicture(0.7, 0.6));
    await(() -> selection.controller().hasSelection());
  }

  @Test
  void aClickSelectsAndIsUndoneAndDoneAgain() throws TimeoutException {
    interact(() -> ((Slider) lookup("#selection-threshold").query()).setValue(0.3));
    assertThat(state().threshold()).isEqualTo(0.3);
    clickOn(inPicture(0.5, 0.5));
    await(() -> selection.controller().lastClick().isPresent());
    assertThat(state().markers()).hasSize(1);
    GaussianSet selected = state().selection();
    assertThat(((Label) lookup("#selection-click").query()).getText()).contains("cluster");
    assertThat(((Label) lookup("#selection-count").query()).getText())
        .isEqualTo("%,d Gaussians".formatted(selected.size()));
    WorkbenchAction undo = actions.action("edit.undo");
    assertThat(undo.presentName()).isEqualTo("Undo: Select segment");
    press("button-edit-undo");
    assertThat(state().selection().isEmpty()).isTrue();
    press("button-edit-redo");
    assertThat(state().selection()).isEqualTo(selected);
    press("button-selection-clear");
    assertThat(((Label) lookup("#selection-count").query()).getText())
        .isEqualTo("Nothing selected");
  }

  @Test
  void theThresholdActsLiveOnTheClickAndIsOneStep() throws TimeoutException {
    clickOn(inPicture(0.5, 0.5));
    await(() -> selection.controller().lastClick().isPresent());
    int before = state().selection().size();
    Slider slider = lookup("#selection-threshold").query();
    interact(
        () -> {
          slider.setValueChanging(true);
          for (int k = 89; k > 10; k--) {
            slider.setValue(k / 100.0);
          }
          slider.setValueChanging(false);
        });
    assertThat(state().selection().size()).isGreaterThan(before);
    press("button-edit-undo");
    assertThat(state().selection().size()).isEqualTo(before);
    assertThat(slider.getValue()).isEqualTo(0.9);
  }

  @Test
  void rectangleLassoAndBrushSelect() throws TimeoutException {
    selectByRectangle();
    int byRectangle = state().selection().size();
    interact(() -> actions.run("tool.lasso"));
    press(KeyCode.ALT);
    drag(inPicture(0.4, 0.4), MouseButton.PRIMARY)
        .moveTo(inPicture(0.6, 0.4))
        .moveTo(inPicture(0.5, 0.55))
        .drop();
    release(KeyCode.ALT);
    await(() -> state().selection().size() < byRectangle);
    interact(() -> actions.run("tool.brush"));
    moveTo(inPicture(0.5, 0.5));
    clickOn("#viewport-bar");
    interact(() -> viewport.panes().getFirst().node().requestFocus());
    drag(inPicture(0.45, 0.45), MouseButton.PRIMARY).dropTo(inPicture(0.55, 0.5));
    await(() -> document.doneSteps().size() == 3);
    assertThat(state().selection().size()).isPositive();
  }

  @Test
  void theGizmoMovesTheSelectionAndEscapeTakesItBack() throws TimeoutException {
    selectByRectangle();
    EditState before = state();
    interact(() -> actions.run("tool.transform"));
    TransformTool tool = (TransformTool) viewport.viewport().tool();
    await(() -> tool.gizmo().isPresent());
    Projection.Point middle = tool.gizmo().orElseThrow().middle().orElseThrow();
    Point2D at = toScreen(middle);
    drag(at, MouseButton.PRIMARY).dropTo(at.add(60, 0));
    await(() -> state().changes().size() == 1);
    assertThat(document.undoName()).contains("Move selection");
    Projection.Point now = tool.gizmo().orElseThrow().middle().orElseThrow();
    assertThat(now.x() - middle.x()).isBetween(40.0, 70.0);
    EditState moved = state();
    drag(toScreen(now), MouseButton.PRIMARY).moveTo(toScreen(now).add(0, 50));
    await(() -> state() != moved);
    type(KeyCode.ESCAPE);
    assertThat(state()).isSameAs(moved);
    drop();
    press("button-edit-undo");
    assertThat(state()).isSameAs(before);
  }

  private Point2D toScreen(Projection.Point point) {
    Node picture = lookup("#viewport").query();
    Bounds bounds = picture.localToScreen(picture.getBoundsInLocal());
    return new Point2D(bounds.getMinX() + point.x(), bounds.getMinY() + point.y());
  }

  @Test
  void aSelectionIsSavedChosenAndDeletedByName() throws TimeoutException {
    selectByRectangle();
    GaussianSet selected = state().selection();
    interact(() -> ((TextField) lookup("#named-name").query()).setText("vase"));
    press("named-save");
    assertThat(state().named()).containsOnlyKeys("vase");
    press("button-selection-clear");
    ListView<String> list = lookup("#named-list").queryListView();
    interact(() -> list.getSelectionModel().select("vase"));
    press("named-load");
    assertThat(state().selection()).isEqualTo(selected);
    press("named-delete");
    assertThat(list.getItems()).isEmpty();
  }

  @Test
  void exportsGoWhereTheChooserSays() throws TimeoutException {
    selectByRectangle();
    press("button-export-selection");
    press("button-export-labels");
    press("button-export-masks");
    await(() -> notices.size() == 3);
    assertThat(folder.resolve("scene-selection.ply")).isNotEmptyFile();
    assertThat(folder.resolve("scene-labels.npy")).isNotEmptyFile();
    assertThat(folder.resolve("selection-masks")).isNotEmptyDirectory();
  }

  @Test
  void withoutARunThePaneSaysWhatStillWorks() {
    interact(() -> document.useRun(null));
    assertThat(((Label) lookup("#selection-no-run").query()).isVisible()).isTrue();
    assertThat(lookup("#selection-threshold").query().isDisabled()).isTrue();
  }

  @Test
  void levelIsSwitchedInThePaneAndByItsAction() {
    press("level-fine");
    assertThat(state().level()).isEqualTo(Level.FINE);
    interact(() -> actions.run("level.switch"));
    assertThat(state().level()).isEqualTo(Level.COARSE);
  }
}
