package org.clickgaussian.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.MouseButton;
import org.clickgaussian.app.WindowFixture;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.features.plot.PlottedPoints;
import org.clickgaussian.fixture.TrainedScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Picks points in space with the mouse; needs a display, and a pipeline that can draw in 3D. */
@Tag("xvfb")
@Tag("space")
class FeaturesInSpaceTest extends WindowFixture {
  private SceneDocument document;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(ScatterSolid.isSupported(), "this pipeline cannot draw in 3D");
    Path scene = TrainedScene.get().copy(folder.resolve("scene"));
    window.open(scene, Optional.of(scene.resolve("clickgaussian/runs/quick")));
    document = window.workbench().context().document().get().orElseThrow();
    window.onWindow(() -> window.workbench().context().actions().run("features.space"));
    window.await(() -> solid() != null && solid().plotted().count() > 0);
  }

  private ScatterSolid solid() {
    return (ScatterSolid) stage.getScene().lookup("#features-solid");
  }

  private GaussianSet selection() {
    return document.state().selection();
  }

  /** The point that is farthest to the right: nothing hides it. */
  private int outermost() {
    PlottedPoints plotted = solid().plotted();
    return IntStream.range(0, plotted.count())
        .boxed()
        .max((a, b) -> Double.compare(plotted.columns()[a], plotted.columns()[b]))
        .orElseThrow();
  }

  private Point2D onScreen(int point) {
    PlottedPoints plotted = solid().plotted();
    return solid().localToScreen(plotted.columns()[point], plotted.rows()[point]);
  }

  @Test
  void aClickedBodyIsSelectedInTheSceneAlsoAfterTurning() {
    int first = outermost();
    clickOn(onScreen(first));
    window.await(() -> !selection().isEmpty());
    assertThat(selection().contains(gaussian(first))).isTrue();
    double[] before = solid().plotted().columns().clone();
    window.onWindow(() -> window.workbench().context().actions().run("selection.clear"));
    drag(onScreen(first), MouseButton.SECONDARY).dropBy(-60, 25);
    window.await(() -> !Arrays.equals(before, solid().plotted().columns()));
    int second = outermost();
    clickOn(onScreen(second));
    window.await(() -> selection().contains(gaussian(second)));
  }

  /** The place that is worked out here is the one where JavaFX draws and hits. */
  @Test
  void bodiesAreWhereTheyAreSaidToBe() {
    int hits = 0;
    for (int point = 0; point < 400; point += 100) {
      PlottedPoints plotted = solid().plotted();
      moveTo(onScreen(point));
      int found = solid().hit();
      if (found >= 0) {
        double across = plotted.columns()[found] - plotted.columns()[point];
        double down = plotted.rows()[found] - plotted.rows()[point];
        assertThat(Math.hypot(across, down)).isLessThan(8);
        hits++;
      }
    }
    assertThat(hits).isPositive();
  }

  @Test
  void aLassoInSpaceSelectsAndTheWheelZooms() {
    double spread = spread();
    moveTo(solid());
    scroll(3, VerticalDirection.DOWN);
    window.await(() -> Math.abs(spread() - spread) > 5);
    window.onWindow(() -> window.workbench().context().actions().run("features.fit"));
    Point2D corner = solid().localToScreen(4, 4);
    double width = solid().getWidth() - 8;
    double height = solid().getHeight() - 8;
    drag(corner, MouseButton.PRIMARY).moveBy(width, 0).moveBy(0, height).moveBy(-width, 0).drop();
    window.await(() -> !selection().isEmpty());
    assertThat(selection().size()).isGreaterThan(TrainedScene.GAUSSIANS / 2);
  }

  private double spread() {
    double[] columns = solid().plotted().columns();
    return Arrays.stream(columns).max().orElse(0) - Arrays.stream(columns).min().orElse(0);
  }

  private int gaussian(int point) {
    ScatterPlot plot = (ScatterPlot) stage.getScene().lookup("#features-plot");
    return plot.state().points().orElseThrow().gaussian(point);
  }
}
