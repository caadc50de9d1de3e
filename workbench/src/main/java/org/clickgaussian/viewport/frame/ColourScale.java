package org.clickgaussian.viewport.frame;

/**
 * Colours for numbers from 0 to 1: dark violet over blue and green to light yellow, in equal steps
 * of lightness, so that equal steps of the number look equally large, in grey too.
 */
final class ColourScale {
  /** Colours of a legend. */
  private static final int SAMPLES = 64;

  private static final int STEPS = 256;
  private static final double DARKEST = 0.22;
  private static final double LIGHTEST = 0.95;
  private static final double FIRST_HUE = 0.87;
  private static final double LAST_HUE = 0.29;
  private static final double CHROMA = 0.14;

  private static final int[] COLOURS = colours();

  private ColourScale() {}

  private static int[] colours() {
    int[] colours = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double place = i / (STEPS - 1.0);
      double lightness = DARKEST + (LIGHTEST - DARKEST) * place;
      double hue = FIRST_HUE + (LAST_HUE - FIRST_HUE) * place;
      colours[i] = PerceptualColour.ofHue(lightness, CHROMA, hue).rgb();
    }
    return colours;
  }

  /** The colour of a number, clamped to 0 … 1; as 0xRRGGBB. */
  static int colour(double place) {
    return COLOURS[(int) (Math.clamp(place, 0, 1) * (STEPS - 1) + 0.5)];
  }

  /** Turns a place in a legend, 0 to 1, into a place on this scale. */
  @FunctionalInterface
  interface Placement {
    double of(double place);
  }

  /**
   * The colours of a legend.
   *
   * @param placement for evenly spaced places in the legend the place on this scale
   */
  static int[] legend(Placement placement) {
    int[] colours = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      colours[i] = colour(placement.of(i / (SAMPLES - 1.0)));
    }
    return colours;
  }
}
