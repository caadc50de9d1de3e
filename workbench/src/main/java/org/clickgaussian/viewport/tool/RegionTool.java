package org.clickgaussian.viewport.tool;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.clickgaussian.document.Combination;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.Overlay;
import org.clickgaussian.viewport.PointerInput;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.ViewportTool;

/**
 * Selects by something drawn with the primary button held: Shift adds, Alt removes, Ctrl
 * intersects, Escape gives up.
 */
abstract class RegionTool implements ViewportTool {
  private static final int FIRST_POINTS = 64;

  private final Consumer<SelectionIntent> intents;
  private double[] line = new double[2 * FIRST_POINTS];
  private int length;
  private Combination combination = Combination.REPLACE;

  RegionTool(Consumer<SelectionIntent> intents) {
    this.intents = intents;
  }

  /**
   * The pixels that what was drawn selects.
   *
   * @param drawn x, y of the points that the pointer came by
   */
  abstract BitMask pixels(double[] drawn, int width, int height);

  /** Draws what is being drawn. */
  abstract void paint(double[] drawn, Combination joins, Overlay overlay);

  /** x, y of the points that the pointer came by since the press; empty if there was none. */
  private double[] drawn() {
    return Arrays.copyOf(line, length);
  }

  @Override
  public boolean pressed(Viewport viewport, PointerInput input) {
    if (input.button() != PointerInput.Button.PRIMARY || viewport.camera().isEmpty()) {
      return false;
    }
    length = 0;
    combination = input.combination();
    add(input);
    return true;
  }

  private void add(PointerInput input) {
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = input.x();
    line[length++] = input.y();
  }

  @Override
  public void dragged(Viewport viewport, PointerInput input) {
    if (length > 0) {
      add(input);
      viewport.repaint();
    }
  }

  @Override
  public void released(Viewport viewport, PointerInput input) {
    double[] drawn = drawn();
    length = 0;
    viewport.repaint();
    if (drawn.length == 0 || viewport.camera().isEmpty()) {
      return;
    }
    Camera camera = viewport.camera().get();
    BitMask pixels = pixels(drawn, camera.width(), camera.height());
    if (pixels.area() > 0) {
      intents.accept(new SelectionIntent.Region(camera, pixels, combination));
    }
  }

  @Override
  public boolean key(Viewport viewport, KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && length > 0) {
      length = 0;
      viewport.repaint();
      return true;
    }
    return false;
  }

  @Override
  public void end(Viewport viewport) {
    length = 0;
  }

  @Override
  public Cursor cursor(Viewport viewport) {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void paint(Viewport viewport, Overlay overlay) {
    MarkerPaint.paint(viewport, overlay);
    if (length > 0) {
      paint(drawn(), combination, overlay);
    }
  }
}
