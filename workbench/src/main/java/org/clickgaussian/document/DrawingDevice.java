package org.clickgaussian.document;

import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.splat.device.RenderingDevice;

/** What a document's scene is drawn on; it can be moved to another device while it is open. */
public final class DrawingDevice {
  private final OpenScene scene;
  private final EditedGeometry geometry;
  private final Runnable moved;

  /**
   * The device of a document.
   *
   * @param moved tells that it is another one
   */
  DrawingDevice(OpenScene scene, EditedGeometry geometry, Runnable moved) {
    this.scene = scene;
    this.geometry = geometry;
    this.moved = moved;
  }

  /** In words for the status bar, such as "CPU, 2 threads": what draws the next picture. */
  public String words() {
    return geometry.reading(() -> geometry.rasterizer().device());
  }

  /** What was chosen; if that was lost, the processor draws in its place. */
  public RenderingDevice get() {
    return geometry.reading(scene::device);
  }

  /**
   * Has the scene drawn on another device as it is now: moved, copied, hidden. Waits for pictures
   * in the making, so do it elsewhere than on the window's thread.
   *
   * @param device stays the caller's to close, after the document
   */
  public void moveTo(RenderingDevice device) {
    geometry.moveTo(device);
  }

  /** Tells those who listen to the document that it was moved; on the window's thread. */
  public void tellMoved() {
    moved.run();
  }
}
