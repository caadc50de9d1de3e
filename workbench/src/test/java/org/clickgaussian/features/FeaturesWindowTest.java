package org.clickgaussian.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.clickgaussian.app.WindowFixture;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the feature space in the window: picking both ways, the matrix, other layouts. */
class FeaturesWindowTest extends WindowFixture {
  private SceneDocument document;

  @BeforeEach
  void open() throws Exception {
    Path scene = TrainedScene.get().copy(folder.resolve("scene"));
    window.open(scene, Optional.of(scene.resolve("clickgaussian/runs/quick")));
    document = window.workbench().context().document().get().orElseThrow();
    window.onWindow(() -> window.workbench().context().actions().run("features.space"));
    window.await(() -> points() > 0);
  }

  private ScatterPlot plot() {
    return (ScatterPlot) stage.getScene().lookup("#features-plot");
  }

  private FeaturesState state() {
    return plot().state();
  }

  private int points() {
    return state().points().map(FeaturePoints::count).orElse(0);
  }

  private void fire(Node node, EventType<MouseEvent> type, double x, double y, boolean shift) {
    Point2D scene = node.localToScene(x, y);
    Point2D screen = node.localToScreen(x, y);
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    node.fireEvent(
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            MouseButton.PRIMARY,
            1,
            shift,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            true,
            new PickResult(node, scene.getX(), scene.getY())));
  }

  private void lasso(double[] corners, boolean shift) {
    window.onWindow(
        () -> {
          fire(plot(), MouseEvent.MOUSE_PRESSED, corners[0], corners[1], shift);
          for (int i = 2; i < corners.length; i += 2) {
            fire(plot(), MouseEvent.MOUSE_DRAGGED, corners[i], corners[i + 1], shift);
          }
          fire(plot(), MouseEvent.MOUSE_RELEASED, corners[0], corners[1], shift);
        });
  }

  private GaussianSet selection() {
    return document.state().selection();
  }

  private Set<Integer> clustersOf(GaussianSet set) {
    int[] clusters =
        document.run().orElseThrow().matches().level(document.state().level()).clusters();
    return IntStream.of(set.indices()).mapToObj(i -> clusters[i]).collect(Collectors.toSet());
  }

  @Test
  void clickedPointsAreSelectedInTheScene() {
    double[] place = plot().place(0);
    Point2D at = plot().localToScreen(place[0], place[1]);
    clickOn(at);
    window.await(() -> !selection().isEmpty());
    assertThat(clustersOf(selection())).hasSize(1);
    window.await(() -> !state().marked().isEmpty());
    BitSet marked = state().marked();
    for (int point = 0; point < points(); point++) {
      assertThat(marked.get(point))
          .isEqualTo(selection().contains(state().points().orElseThrow().gaussian(point)));
    }
    window.onWindow(document::undo);
    window.await(() -> state().marked().isEmpty());
  }

  @Test
  void aLassoAroundEverythingSelectsAllThatHasAPoint() {
    double width = plot().getWidth();
    double height = plot().getHeight();
    lasso(new double[] {1, 1, width - 1, 1, width - 1, height - 1, 1, height - 1}, false);
    window.await(() -> !selection().isEmpty());
    assertThat(selection().size()).isGreaterThan(TrainedScene.GAUSSIANS * 9 / 10);
    window.await(() -> state().marked().cardinality() == points());
  }

  @Test
  void whatIsSelectedInTheSceneIsMarked() {
    int gaussian = state().points().orElseThrow().gaussian(7);
    BitSet one = new BitSet();
    one.set(gaussian);
    window.onWindow(
        () -> document.change("test", before -> before.withSelection(GaussianSet.of(one))));
    BitSet expected = new BitSet();
    expected.set(7);
    assertThat(state().marked()).isEqualTo(expected);
  }

  @Test
  void theMatrixFollowsTheLevelAndSelectsClusters() {
    window.onWindow(() -> window.workbench().context().actions().run("features.similarity"));
    window.onWindow(
        () -> document.change("test", (EditState before) -> before.withLevel(Level.FINE)));
    window.await(() -> state().table().filter(t -> t.level() == Level.FINE).isPresent());
    CandidateTable table = state().table().orElseThrow();
    assertThat(((Label) lookup("#features-pairs").query()).getText())
        .startsWith(table.matrix().count() + " candidates of the fine level");
    Node map = lookup("#features-map").query();
    window.onWindow(() -> fire(map, MouseEvent.MOUSE_CLICKED, 1, 1, false));
    assertThat(clustersOf(selection())).containsExactly(table.clusters()[table.candidate(0)]);
  }

  @Test
  void layoutsAreMadeWhenAskedForAndLabelsCanBeSeen() {
    ChoiceBox<EmbeddingMethod> method = lookup("#features-method").query();
    ChoiceBox<Integer> size = lookup("#features-size").query();
    ChoiceBox<Colouring> colouring = lookup("#features-colouring").query();
    window.onWindow(() -> size.setValue(1_000));
    window.onWindow(() -> method.setValue(EmbeddingMethod.UMAP));
    window.await(() -> window.shows("features-lay-out"));
    clickOn("#features-lay-out");
    window.await(() -> points() > 0 && window.workbench().isIdle());
    assertThat(state().points().orElseThrow().embedding().method()).isEqualTo(EmbeddingMethod.UMAP);
    window.onWindow(() -> colouring.setValue(Colouring.LABELS));
    window.await(() -> state().labels().isPresent());
    FeaturePoints.Labels labels = state().labels().orElseThrow();
    assertThat(labels.source()).isEqualTo("exact");
    long labelled = IntStream.of(labels.labels()).filter(label -> label >= 0).count();
    assertThat(labelled).isGreaterThan(points() / 2);
    // Back without laying out again.
    window.onWindow(() -> method.setValue(EmbeddingMethod.PCA));
    window.onWindow(() -> method.setValue(EmbeddingMethod.UMAP));
    window.await(() -> points() > 0 && window.workbench().isIdle());
    assertThat(state().points().orElseThrow().embedding().method()).isEqualTo(EmbeddingMethod.UMAP);
  }

  @Test
  void withoutARunItSaysWhatToDo() {
    window.onWindow(() -> document.useRun(null));
    assertThat(window.words("features-hint")).contains("run");
    assertThat(state().points()).isEmpty();
    assertThat(((ToggleButton) lookup("#features-lasso").query()).isSelected()).isTrue();
  }
}
