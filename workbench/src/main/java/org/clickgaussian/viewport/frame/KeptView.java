package org.clickgaussian.viewport.frame;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/**
 * The view that the last frame was made of, with what was blended from it so far: each table is
 * blended when it is first asked for and kept while the camera rests.
 */
final class KeptView implements AutoCloseable {
  private static final float[] BLACK = new float[3];

  private final SplattedView view;
  private Frame frame;
  private int[] front;

  KeptView(SplattedView view) {
    this.view = view;
  }

  SplattedView splatted() {
    return view;
  }

  Camera camera() {
    return view.camera();
  }

  int pixels() {
    return camera().width() * camera().height();
  }

  /** Colour in front of black, alpha and depth. */
  Frame frame() {
    if (frame == null) {
      frame = view.frame(BLACK);
    }
    return frame;
  }

  /** The Gaussian at the visible surface of every pixel, −1 where there is none. */
  int[] front() {
    if (front == null) {
      front = view.frontGaussians();
    }
    return front;
  }

  @Override
  public void close() {
    view.close();
  }
}
