package org.clickgaussian.scene.format;

/** Colours, opacities and fractions as the integers of compact formats. */
final class Quantised {
  /** The constant spherical harmonic; colour = Y00 · coefficient + 0.5. */
  private static final double Y00 = 0.28209479177387814;

  private Quantised() {}

  /** The integer of {@code bits} bits nearest to a fraction of its greatest value. */
  static int ofFraction(double fraction, int bits) {
    int most = (1 << bits) - 1;
    return (int) Math.clamp(Math.round(fraction * most), 0L, (long) most);
  }

  /** The fraction from 0 to 1 that the lowest {@code bits} bits of a value stand for. */
  static double toFraction(int value, int bits) {
    int most = (1 << bits) - 1;
    return (value & most) / (double) most;
  }

  /** Colour, 0 to 1 unless out of range, of the constant coefficient of the harmonics. */
  static double colour(double coefficient) {
    return Y00 * coefficient + 0.5;
  }

  /** The constant coefficient of the harmonics of a colour. */
  static double coefficient(double colour) {
    return (colour - 0.5) / Y00;
  }

  /** The byte of an opacity given as a logit. */
  static int ofOpacityLogit(double logit) {
    return ofFraction(1 / (1 + Math.exp(-logit)), 8);
  }

  /**
   * The logit of an opacity from a byte. The ends, whose logit would be infinite, stand for the
   * middle of the opacities that are rounded to them.
   */
  static double toOpacityLogit(int value) {
    double opacity = Math.clamp(toFraction(value, 8), 0.25 / 255, 254.75 / 255);
    return Math.log(opacity / (1 - opacity));
  }
}
