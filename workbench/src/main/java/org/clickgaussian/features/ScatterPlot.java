package org.clickgaussian.features;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.clickgaussian.feature.space.Embedding;
import org.clickgaussian.features.plot.PlotView;
import org.clickgaussian.features.plot.PlottedPoints;
import org.clickgaussian.features.plot.ScatterPainter;

/** Points in a plane: zoomed with the wheel, moved, clicked, and picked with a lasso. */
final class ScatterPlot extends Region {
  private final PixelSheet sheet = new PixelSheet();
  private final Canvas canvas = new Canvas();
  private final Swatch rim = new Swatch("features-rim", this::paint);
  private final Swatch lasso = new Swatch("features-lasso", this::paint);
  private final PlotPointer pointer;
  private FeaturesState state = FeaturesState.initial();
  private Embedding shown;
  private PlotView view = new PlotView(0, 0, 1, 1, 1);
  private PlottedPoints plotted = new PlottedPoints(new double[0], new double[0]);

  /**
   * A plot.
   *
   * @param pointed takes the point under the pointer, −1 for none
   */
  ScatterPlot(Consumer<FeaturesIntent> intents, IntConsumer pointed) {
    setId("features-plot");
    getStyleClass().add("features-plot");
    setMinSize(0, 0);
    sheet.node().setManaged(false);
    sheet.node().setMouseTransparent(true);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().addAll(sheet.node(), canvas, rim, lasso);
    pointer = new PlotPointer(this, new Answers(intents, pointed));
  }

  void useLasso(boolean wanted) {
    pointer.useLasso(wanted);
  }

  /** The pixel of a point, from the plot's upper left corner: double[2]. */
  double[] place(int point) {
    return new double[] {plotted.columns()[point], plotted.rows()[point]};
  }

  /** What is shown. */
  FeaturesState state() {
    return state;
  }

  void show(FeaturesState next) {
    state = next;
    Embedding embedding = next.points().map(FeaturePoints::embedding).orElse(null);
    if (embedding != shown) {
      shown = embedding;
      fit();
    } else {
      paint();
    }
  }

  /** Shows all points. */
  void fit() {
    if (shown != null) {
      view =
          PlotView.fit(
              shown.coordinates(), shown.method().dimensions(), sheet.width(), sheet.height());
    }
    paint();
  }

  @Override
  protected void layoutChildren() {
    int width = Math.max(1, (int) getWidth());
    int height = Math.max(1, (int) getHeight());
    if (width != sheet.width() || height != sheet.height()) {
      boolean first = sheet.width() <= 1;
      sheet.resize(width, height);
      canvas.setWidth(width);
      canvas.setHeight(height);
      view = view.resized(width, height);
      if (first) {
        fit();
      } else {
        paint();
      }
    }
  }

  private void paint() {
    if (sheet.width() < 1) {
      return;
    }
    if (shown == null) {
      plotted = new PlottedPoints(new double[0], new double[0]);
    } else {
      plotted = PlottedPoints.of(shown.coordinates(), shown.method().dimensions(), view);
    }
    int[] colours = state.colours();
    if (colours.length == plotted.count()) {
      new ScatterPainter(sheet.pixels(), sheet.width(), sheet.height())
          .paint(plotted, colours, state.marked(), rim.rgb());
      sheet.show();
    }
  }

  private final class Answers extends PointPicking {
    Answers(Consumer<FeaturesIntent> intents, IntConsumer pointed) {
      super(canvas, rim, lasso, intents, pointed);
    }

    @Override
    PlottedPoints plotted() {
      return plotted;
    }

    @Override
    public void moved(double byX, double byY) {
      view = view.moved(byX, byY);
      paint();
    }

    @Override
    public void zoomed(double x, double y, double factor) {
      view = view.zoomed(x, y, factor);
      paint();
    }

    @Override
    public void fit() {
      ScatterPlot.this.fit();
    }
  }
}
