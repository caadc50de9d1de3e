package org.clickgaussian.splat.picture;

import org.clickgaussian.splat.SplattedView;

/** A way to show a view. Safe for use by several threads. */
@FunctionalInterface
public interface Painter {
  /** Paints the whole image of a view. */
  Picture paint(SplattedView view);
}
