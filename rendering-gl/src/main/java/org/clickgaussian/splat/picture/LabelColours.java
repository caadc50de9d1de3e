package org.clickgaussian.splat.picture;

/**
 * Colours that tell labels apart: hues a golden angle apart, so that neighbouring numbers differ
 * most, in three degrees of lightness.
 */
public final class LabelColours {

  private static final double GOLDEN_ANGLE = 0.381966011250105;
  private static final float[] LIGHTNESS = {1f, 0.72f, 0.86f};
  private static final float SATURATION = 0.75f;

  /** How much of a colour is left where the scene is black. */
  private static final float SHADE = 0.45f;

  private LabelColours() {}

  /**
   * Writes the colour of a label.
   *
   * @param label 0 or more
   * @param rgb where red, green, blue from 0 to 1 go
   * @param at the index of red
   */
  public static void colour(int label, float[] rgb, int at) {
    double hue = 6 * (label * GOLDEN_ANGLE % 1);
    float value = LIGHTNESS[label % LIGHTNESS.length];
    for (int channel = 0; channel < 3; channel++) {
      // Distance on the colour wheel, in sixths, from the channel's own hue.
      double distance = Math.abs((hue - 2 * channel + 9) % 6 - 3);
      double pure = Math.clamp(2 - distance, 0, 1);
      rgb[at + channel] = value * (float) (1 - SATURATION + SATURATION * pure);
    }
  }

  /**
   * Writes the colour of a label, darkened where the scene is dark.
   *
   * @param brightness of the scene, 0 to 1
   */
  public static void shaded(int label, float brightness, float[] rgb, int at) {
    colour(label, rgb, at);
    float factor = SHADE + (1 - SHADE) * brightness;
    for (int channel = 0; channel < 3; channel++) {
      rgb[at + channel] *= factor;
    }
  }
}
