package org.clickgaussian.viewport.tool;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import org.clickgaussian.viewport.Overlay;
import org.clickgaussian.viewport.PointerInput;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.ViewportTool;

/**
 * Selects the segment under the pointer by a click; drags are the camera's. The viewport previews
 * the segment while the pointer moves.
 */
final class SelectTool implements ViewportTool {
  private final Consumer<SelectionIntent> intents;

  SelectTool(Consumer<SelectionIntent> intents) {
    this.intents = intents;
  }

  @Override
  public void clicked(Viewport viewport, PointerInput input) {
    // The second click of a double click is the camera's: it focuses on the point.
    if (input.button() == PointerInput.Button.PRIMARY && input.clicks() == 1) {
      intents.accept(new SelectionIntent.Click(input.column(), input.row(), input.combination()));
    }
  }

  @Override
  public boolean previewsSegment() {
    return true;
  }

  @Override
  public Cursor cursor(Viewport viewport) {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void paint(Viewport viewport, Overlay overlay) {
    MarkerPaint.paint(viewport, overlay);
  }
}
