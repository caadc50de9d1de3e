package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.region.ScreenRegion;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.viewport.Overlay;

/** Selects inside a rectangle between where the drag began and where it ended. */
final class RectangleTool extends RegionTool {
  RectangleTool(Consumer<SelectionIntent> intents) {
    super(intents);
  }

  @Override
  BitMask pixels(double[] drawn, int width, int height) {
    int last = drawn.length - 2;
    return ScreenRegion.rectangle(drawn[0], drawn[1], drawn[last], drawn[last + 1], width, height);
  }

  @Override
  void paint(double[] drawn, Combination joins, Overlay overlay) {
    int last = drawn.length - 2;
    double x = Math.min(drawn[0], drawn[last]);
    double y = Math.min(drawn[1], drawn[last + 1]);
    double width = Math.abs(drawn[last] - drawn[0]);
    double height = Math.abs(drawn[last + 1] - drawn[1]);
    GraphicsContext graphics = overlay.graphics();
    graphics.setFill(ToolInk.FILL);
    graphics.fillRect(x, y, width, height);
    ToolInk.stroke(
        graphics,
        ToolInk.of(joins),
        1.5 * overlay.scale(),
        () -> graphics.strokeRect(x, y, width, height));
  }
}
