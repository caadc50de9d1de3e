package org.clickgaussian.curves;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Callback;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.ChartMark;
import org.clickgaussian.curves.paint.ChartPainter;
import org.clickgaussian.curves.paint.CurvePainter;
import org.clickgaussian.curves.paint.Ticks;

/**
 * The picture of a chart: axes on a sheet behind, curves as pixels, what follows the pointer on a
 * sheet in front.
 */
final class CurveChart extends Region {
  static final double LEFT = 54;
  static final double BOTTOM = 20;
  private static final double RIGHT = 10;
  private static final double TOP = 6;
  private static final double LEAST = 20;
  private static final double ACROSS_TICK = 62;
  private static final double UP_TICK = 34;
  private static final Font FONT = Font.font(10.5);
  private static final Callback<PixelBuffer<IntBuffer>, Rectangle2D> ALL = buffer -> null;

  private final ChartInk ink;
  private final Canvas behind = new Canvas();
  private final ImageView picture = new ImageView();
  private final PointerSheet front;
  private CurvePainter painter;
  private PixelBuffer<IntBuffer> buffer;
  private ChartContent content;

  CurveChart(CurveGroup group, ChartInk ink, Consumer<CurvesIntent> intents) {
    this.ink = ink;
    this.front = new PointerSheet(ink);
    setId("chart-" + group.key());
    getStyleClass().add("curve-chart");
    setMinSize(LEFT + RIGHT + LEAST, TOP + BOTTOM + LEAST);
    for (var node : List.of(behind, picture, front)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    getChildren().addAll(behind, picture, front);
    new ChartGestures(this, group, intents);
  }

  /** Shows a chart at the next pulse. */
  void show(ChartContent next) {
    content = next;
    requestLayout();
  }

  /** What is shown; null before the first time. */
  ChartContent content() {
    return content;
  }

  /** What follows the pointer. */
  PointerSheet front() {
    return front;
  }

  double plotWidth() {
    return Math.max(LEAST, getWidth() - LEFT - RIGHT);
  }

  double plotHeight() {
    return Math.max(LEAST, getHeight() - TOP - BOTTOM);
  }

  /** The share of the horizontal axis at a place of the chart; may lie outside 0 to 1. */
  double shareAcross(double x) {
    return (x - LEFT) / plotWidth();
  }

  /** The share of the vertical axis, which points up, at a place of the chart. */
  double shareUp(double y) {
    return 1 - (y - TOP) / plotHeight();
  }

  @Override
  protected void layoutChildren() {
    behind.setWidth(getWidth());
    behind.setHeight(getHeight());
    front.place(LEFT, TOP, plotWidth(), plotHeight());
    if (content != null && getWidth() > 0) {
      axes();
      curves();
      front.show(content);
    }
  }

  private void axes() {
    GraphicsContext graphics = behind.getGraphicsContext2D();
    graphics.clearRect(0, 0, behind.getWidth(), behind.getHeight());
    graphics.setFont(FONT);
    graphics.setLineWidth(1);
    graphics.setStroke(ink.grid());
    graphics.setFill(ink.words());
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.setTextBaseline(VPos.CENTER);
    double right = LEFT + plotWidth();
    double bottom = TOP + plotHeight();
    for (Ticks.Tick tick : Ticks.of(content.up(), (int) (plotHeight() / UP_TICK))) {
      double y = bottom - content.up().share(tick.place()) * plotHeight();
      graphics.strokeLine(LEFT, crisp(y), right, crisp(y));
      graphics.fillText(tick.label(), LEFT - 5, y, LEFT - 6);
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    for (Ticks.Tick tick : Ticks.of(content.across(), (int) (plotWidth() / ACROSS_TICK))) {
      double x = LEFT + content.across().share(tick.place()) * plotWidth();
      graphics.strokeLine(crisp(x), TOP, crisp(x), bottom);
      graphics.fillText(tick.label(), Math.min(x, right - 10), bottom + BOTTOM / 2);
    }
    graphics.setLineDashes(4, 3);
    for (ChartMark mark : content.marks()) {
      double share = content.across().share(content.across().scale().place(mark.position()));
      if (share >= 0 && share <= 1) {
        graphics.setStroke(ink.curve(mark.colour()));
        double x = crisp(LEFT + share * plotWidth());
        graphics.strokeLine(x, TOP, x, bottom);
      }
    }
    graphics.setLineDashes();
  }

  /** Lines of one unit lie between pixels unless they are moved by half. */
  private static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }

  private void curves() {
    double scale = scale();
    int width = (int) Math.round(scale * plotWidth());
    int height = (int) Math.round(scale * plotHeight());
    if (painter == null || painter.width() != width || painter.height() != height) {
      int[] pixels = new int[width * height];
      painter = new CurvePainter(pixels, width, height);
      buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      picture.setImage(new WritableImage(buffer));
    }
    ChartPainter.paint(content, painter, ink::argb, scale);
    buffer.updateBuffer(ALL);
    picture.setFitWidth(plotWidth());
    picture.setFitHeight(plotHeight());
    picture.relocate(LEFT, TOP);
  }

  private double scale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }
}
