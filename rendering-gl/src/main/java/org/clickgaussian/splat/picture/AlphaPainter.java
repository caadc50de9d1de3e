package org.clickgaussian.splat.picture;

import org.clickgaussian.splat.SplattedView;

/** How much of each pixel the Gaussians cover: Σ w, black 0, white 1. */
public final class AlphaPainter implements Painter {
  @Override
  public Picture paint(SplattedView view) {
    return new Picture(
        GreyScale.image(view.camera().width(), view.camera().height(), view.alpha()),
        "alpha, black 0, white 1");
  }
}
