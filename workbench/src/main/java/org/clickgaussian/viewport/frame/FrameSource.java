package org.clickgaussian.viewport.frame;

import java.util.Optional;
import org.clickgaussian.mask.Level;

/**
 * Makes frames of one document. All methods are called from one thread at a time, not the window's.
 */
public interface FrameSource extends AutoCloseable {
  /** What renders, for the status bar, such as "CPU, 2 threads". */
  String backend();

  /**
   * Renders. A request that differs from the last only in selection or pointer re-blends no more
   * than it must.
   */
  ViewportFrame render(FrameRequest request);

  /**
   * What lies under a pixel of the camera of the last request, in that camera's pixels; empty where
   * nothing was rendered yet or the pixel lies outside.
   */
  Optional<PointUnderPointer> probe(int x, int y);

  /**
   * The front Gaussian of every pixel of the last request's camera: int[height · width], −1 where
   * there is none. For rectangle, lasso and brush on what is in front. Do not change.
   */
  int[] frontGaussians();

  /**
   * The colours of the clusters of a level as {@link #render} shows them, 0xRRGGBB by number: at
   * least as many as numbers; none without a run.
   */
  default int[] clusterColours(Level level) {
    return new int[0];
  }

  @Override
  void close();
}
