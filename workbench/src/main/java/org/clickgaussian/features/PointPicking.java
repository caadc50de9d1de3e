package org.clickgaussian.features;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.clickgaussian.document.Combination;
import org.clickgaussian.features.plot.PlottedPoints;

/**
 * Picking points of a plot, in a plane or in space: by a click, by a lasso; the point under the
 * pointer is ringed. How the plot is moved and zoomed is its own affair.
 */
abstract class PointPicking implements PlotPointer.Plot {
  /** How near the pointer must be to a point, in pixels. */
  static final double REACH = 8;

  private static final double RING = 6;

  private final Canvas canvas;
  private final Swatch rim;
  private final Swatch lasso;
  private final Consumer<FeaturesIntent> intents;
  private final IntConsumer pointed;

  /**
   * Picking on a plot.
   *
   * @param canvas lies over the plot and has its size
   * @param rim colour of rings
   * @param lasso colour of lassos
   * @param pointed takes the point under the pointer, −1 for none
   */
  PointPicking(
      Canvas canvas,
      Swatch rim,
      Swatch lasso,
      Consumer<FeaturesIntent> intents,
      IntConsumer pointed) {
    this.canvas = canvas;
    this.rim = rim;
    this.lasso = lasso;
    this.intents = intents;
    this.pointed = pointed;
  }

  /** Where the points are in the plot now. */
  abstract PlottedPoints plotted();

  /** The point at a place of the plot; −1 if there is none in reach. */
  int pointAt(double x, double y) {
    return plotted().nearest(x, y, REACH);
  }

  /** Draws nothing over the plot any more. */
  final void clear() {
    paintOver(new double[0], -1);
  }

  private void paintOver(double[] line, int ringed) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    LassoInk.draw(graphics, line, lasso.colour());
    if (ringed >= 0) {
      graphics.setStroke(rim.colour());
      graphics.setLineWidth(1.5);
      graphics.strokeOval(
          plotted().columns()[ringed] - RING, plotted().rows()[ringed] - RING, 2 * RING, 2 * RING);
    }
  }

  private void pick(BitSet points, Combination combination) {
    if (!points.isEmpty()) {
      intents.accept(new FeaturesIntent.Pick(points, combination));
    }
  }

  @Override
  public final void clicked(double x, double y, Combination combination) {
    int point = pointAt(x, y);
    if (point >= 0) {
      BitSet points = new BitSet();
      points.set(point);
      pick(points, combination);
    }
  }

  @Override
  public final void hovered(double x, double y) {
    int point = pointAt(x, y);
    paintOver(new double[0], point);
    pointed.accept(point);
  }

  @Override
  public final void left() {
    clear();
    pointed.accept(-1);
  }

  @Override
  public final void drawing(double[] line) {
    paintOver(line, -1);
  }

  @Override
  public final void lassoed(double[] line, Combination combination) {
    int width = Math.max(1, (int) canvas.getWidth());
    int height = Math.max(1, (int) canvas.getHeight());
    pick(plotted().inside(line, width, height), combination);
  }
}
