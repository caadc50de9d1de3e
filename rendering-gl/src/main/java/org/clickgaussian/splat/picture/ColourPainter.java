package org.clickgaussian.splat.picture;

import org.clickgaussian.image.RgbImage;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;

/**
 * The colours of the scene (Eq. 1), as a photo would show them.
 *
 * @param background red, green, blue behind everything, 0 to 1
 */
public record ColourPainter(float[] background) implements Painter {

  /** In front of black, as the reference implementation renders. */
  public static ColourPainter onBlack() {
    return new ColourPainter(new float[3]);
  }

  @Override
  public Picture paint(SplattedView view) {
    Frame frame = view.frame(background);
    return new Picture(RgbImage.ofFloats(frame.width(), frame.height(), frame.rgb()), "");
  }
}
