package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.region.ScreenRegion;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.viewport.Overlay;

/** Selects inside a line drawn freely around something; its ends are joined. */
final class LassoTool extends RegionTool {
  LassoTool(Consumer<SelectionIntent> intents) {
    super(intents);
  }

  @Override
  BitMask pixels(double[] drawn, int width, int height) {
    return ScreenRegion.lasso(drawn, width, height);
  }

  @Override
  void paint(double[] drawn, Combination joins, Overlay overlay) {
    int points = drawn.length / 2;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = drawn[2 * i];
      y[i] = drawn[2 * i + 1];
    }
    GraphicsContext graphics = overlay.graphics();
    graphics.setFill(ToolInk.FILL);
    graphics.fillPolygon(x, y, points);
    ToolInk.stroke(
        graphics,
        ToolInk.of(joins),
        1.5 * overlay.scale(),
        () -> graphics.strokePolygon(x, y, points));
  }
}
