package org.clickgaussian.scene.format;

/**
 * The packed integers of PlayCanvas' compressed PLY.
 *
 * <p>Three fractions take 11, 10 and 11 bits, the first one highest. A rotation takes 2 bits for
 * the number of the quaternion's component (w, x, y, z) of greatest magnitude, then 10 bits for
 * each of the others in order, a value from −1/√2 to 1/√2; the greatest follows from the unit
 * length.
 */
final class PackedGaussian {
  private PackedGaussian() {}

  /** Packs three fractions from 0 to 1. */
  static int packFractions(double x, double y, double z) {
    return Quantised.ofFraction(x, 11) << 21
        | Quantised.ofFraction(y, 10) << 11
        | Quantised.ofFraction(z, 11);
  }

  /** Fraction number {@code axis} of three. */
  static double fraction(int packed, int axis) {
    return switch (axis) {
      case 0 -> Quantised.toFraction(packed >>> 21, 11);
      case 1 -> Quantised.toFraction(packed >>> 11, 10);
      default -> Quantised.toFraction(packed, 11);
    };
  }

  /** Packs four fractions from 0 to 1 into a byte each, the first one highest. */
  static int packBytes(double red, double green, double blue, int opacity) {
    return Quantised.ofFraction(red, 8) << 24
        | Quantised.ofFraction(green, 8) << 16
        | Quantised.ofFraction(blue, 8) << 8
        | opacity;
  }

  /**
   * Packs a rotation.
   *
   * @param quaternion w, x, y, z of any length but zero
   */
  static int packRotation(double[] quaternion) {
    int greatest = 0;
    double sum = 0;
    for (int c = 0; c < 4; c++) {
      sum += quaternion[c] * quaternion[c];
      if (Math.abs(quaternion[c]) > Math.abs(quaternion[greatest])) {
        greatest = c;
      }
    }
    // q and −q are the same rotation: the greatest component is made positive.
    double scale = Math.copySign(Math.sqrt(0.5 / sum), quaternion[greatest]);
    int packed = greatest;
    for (int c = 0; c < 4; c++) {
      if (c != greatest) {
        packed = packed << 10 | Quantised.ofFraction(quaternion[c] * scale + 0.5, 10);
      }
    }
    return packed;
  }

  /**
   * Unpacks a rotation.
   *
   * @param quaternion to be written: w, x, y, z
   */
  static void unpackRotation(int packed, double[] quaternion) {
    int greatest = packed >>> 30;
    int shift = 20;
    double rest = 1;
    for (int c = 0; c < 4; c++) {
      if (c != greatest) {
        quaternion[c] = (Quantised.toFraction(packed >>> shift, 10) - 0.5) * Math.sqrt(2);
        rest -= quaternion[c] * quaternion[c];
        shift -= 10;
      }
    }
    quaternion[greatest] = Math.sqrt(Math.max(0, rest));
  }

  /** The byte of a coefficient of the higher harmonics: −4 to 4 in 256 steps. */
  static int packHarmonic(double coefficient) {
    return (int) Math.clamp((long) Math.floor((coefficient / 8 + 0.5) * 256), 0L, 255L);
  }

  /** The middle of the step that a byte stands for; the ends stand for −4 and 4. */
  static double unpackHarmonic(int value) {
    double fraction = value == 0 ? 0 : value == 255 ? 1 : (value + 0.5) / 256;
    return (fraction - 0.5) * 8;
  }
}
