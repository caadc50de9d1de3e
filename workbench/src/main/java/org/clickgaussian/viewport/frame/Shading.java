package org.clickgaussian.viewport.frame;

/** Single pixels as 0xRRGGBB. */
final class Shading {
  /** Pixels covered by less show nothing but black where a mode is about what lies there. */
  static final float COVERED = 0.5f;

  /** How much of a colour is left where the scene is black. */
  private static final float SHADE = 0.6f;

  private static final float DIM = 0.55f;

  private Shading() {}

  /** Luma of a pixel (Rec. 709), 0 to 1. */
  static float brightness(float[] rgb, int pixel) {
    int at = 3 * pixel;
    float luma = 0.2126f * rgb[at] + 0.7152f * rgb[at + 1] + 0.0722f * rgb[at + 2];
    return Math.clamp(luma, 0f, 1f);
  }

  /** A colour, darkened where the scene is dark, so that shapes can be told. */
  static int shaded(int rgb, float brightness) {
    float factor = SHADE + (1 - SHADE) * brightness;
    return PixelPacking.packed(
        (rgb >> 16 & 0xff) * factor / 255,
        (rgb >> 8 & 0xff) * factor / 255,
        (rgb & 0xff) * factor / 255);
  }

  /** A grey of some brightness, 0 to 1. */
  static int grey(float brightness) {
    return PixelPacking.packed(brightness, brightness, brightness);
  }

  /** A grey for what is there but not meant. */
  static int dimmed(float brightness) {
    return grey(DIM * brightness);
  }
}
