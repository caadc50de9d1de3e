package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.region.ScreenRegion;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.viewport.Overlay;
import org.clickgaussian.viewport.PointerInput;
import org.clickgaussian.viewport.Viewport;

/** Selects what a round brush paints over; [ and ] make it smaller and larger. */
final class BrushTool extends RegionTool {
  private static final double SMALLEST = 2;
  private static final double LARGEST = 300;
  private static final double STEP = 1.25;

  private double radius = 20;

  BrushTool(Consumer<SelectionIntent> intents) {
    super(intents);
  }

  /** Of the brush, in pixels of the frame. */
  double radius() {
    return radius;
  }

  @Override
  BitMask pixels(double[] drawn, int width, int height) {
    return ScreenRegion.brush(drawn, radius, width, height);
  }

  @Override
  public boolean key(Viewport viewport, KeyEvent event) {
    KeyCode code = event.getCode();
    boolean resizes = code == KeyCode.OPEN_BRACKET || code == KeyCode.CLOSE_BRACKET;
    if (resizes && event.getEventType() == KeyEvent.KEY_PRESSED) {
      double other = code == KeyCode.CLOSE_BRACKET ? radius * STEP : radius / STEP;
      radius = Math.clamp(other, SMALLEST, LARGEST);
      viewport.repaint();
    }
    return resizes || super.key(viewport, event);
  }

  @Override
  public void moved(Viewport viewport, PointerInput input) {
    viewport.repaint();
  }

  @Override
  public void exited(Viewport viewport) {
    viewport.repaint();
  }

  @Override
  public void paint(Viewport viewport, Overlay overlay) {
    super.paint(viewport, overlay);
    viewport.pointer().ifPresent(at -> circle(at, overlay));
  }

  private void circle(PointerInput at, Overlay overlay) {
    GraphicsContext graphics = overlay.graphics();
    ToolInk.stroke(
        graphics,
        ToolInk.of(at.combination()),
        1.5 * overlay.scale(),
        () -> graphics.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
  }

  @Override
  void paint(double[] drawn, Combination joins, Overlay overlay) {
    GraphicsContext graphics = overlay.graphics();
    graphics.save();
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setLineWidth(2 * radius);
    graphics.setStroke(ToolInk.of(joins).deriveColor(0, 1, 1, 0.35));
    graphics.beginPath();
    graphics.moveTo(drawn[0], drawn[1]);
    for (int i = 0; i < drawn.length; i += 2) {
      graphics.lineTo(drawn[i], drawn[i + 1]);
    }
    graphics.stroke();
    graphics.restore();
  }
}
