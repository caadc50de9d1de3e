package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.ViewportTool;

/** The tools for selecting and moving, one of them in hand. */
final class ToolBelt {
  private final Viewport viewport;
  private final SelectTool select;
  private final RectangleTool rectangle;
  private final LassoTool lasso;
  private final BrushTool brush;
  private final TransformTool transform;

  ToolBelt(Viewport viewport, Consumer<SelectionIntent> intents) {
    this.viewport = viewport;
    select = new SelectTool(intents);
    rectangle = new RectangleTool(intents);
    lasso = new LassoTool(intents);
    brush = new BrushTool(intents);
    transform = new TransformTool(viewport, intents);
  }

  SelectTool select() {
    return select;
  }

  RectangleTool rectangle() {
    return rectangle;
  }

  LassoTool lasso() {
    return lasso;
  }

  BrushTool brush() {
    return brush;
  }

  TransformTool transform() {
    return transform;
  }

  void use(ViewportTool tool) {
    if (!isInHand(tool)) {
      viewport.use(tool);
    }
  }

  boolean isInHand(ViewportTool tool) {
    return viewport.tool() == tool;
  }
}
