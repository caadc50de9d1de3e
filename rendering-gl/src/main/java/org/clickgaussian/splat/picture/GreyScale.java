package org.clickgaussian.splat.picture;

import org.clickgaussian.image.RgbImage;

/** Grey images of one number a pixel. */
final class GreyScale {
  private GreyScale() {}

  /**
   * A grey image.
   *
   * @param values float[height · width] from 0 (black) to 1 (white), clamped
   */
  static RgbImage image(int width, int height, float[] values) {
    float[] rgb = new float[3 * values.length];
    for (int i = 0; i < values.length; i++) {
      rgb[3 * i] = values[i];
      rgb[3 * i + 1] = values[i];
      rgb[3 * i + 2] = values[i];
    }
    return RgbImage.ofFloats(width, height, rgb);
  }
}
