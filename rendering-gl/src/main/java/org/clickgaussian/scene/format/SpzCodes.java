package org.clickgaussian.scene.format;

/**
 * The numbers of SPZ files.
 *
 * <ul>
 *   <li>Position: 24-bit fixed point with the header's number of fractional bits.
 *   <li>Scale: byte b is the logarithm b / 16 − 10.
 *   <li>Constant harmonic: byte b is (b / 255 − 0.5) / 0.15; higher ones: (b − 128) / 128.
 *   <li>Opacity: byte b is b / 255 after the sigmoid.
 *   <li>Rotation up to version 2: x, y, z as b / 127.5 − 1, and w ≥ 0 from the unit length. From
 *       version 3 on: 2 bits for the number of the greatest component (x, y, z, w), then each of
 *       the others in that order as a sign and 9 bits of magnitude, 511 being 1/√2.
 * </ul>
 *
 * <p>The axes of the file are right, up, back; those of the program and of 3DGS trainers right,
 * down, forward. Between them lies half a turn around x, so y and z of positions and of quaternions
 * change sign, and the harmonics that are odd in (y, z) do: {@link #harmonicSign}.
 */
final class SpzCodes {
  /** The greatest magnitude of a position before its fractional bits: 24 bits with sign. */
  static final int MOST = (1 << 23) - 1;

  private static final double COLOUR_SCALE = 0.15;
  private static final int MAGNITUDE = (1 << 9) - 1;

  /**
   * Harmonics 1 to 15 that change sign when y and z do: y; z; xy; xz; y(3x² − y²); y(4z² − x² −
   * y²); z(2z² − 3x² − 3y²); z(x² − y²).
   */
  private static final boolean[] ODD = {
    false, true, true, false, true, false, false, true, false, true, false, true, true, false, true,
    false
  };

  private SpzCodes() {}

  /** 1, or −1 where harmonic k (0 to 15) changes sign between the axes of file and program. */
  static int harmonicSign(int k) {
    return ODD[k] ? -1 : 1;
  }

  /** 1, or −1 where axis 0, 1, 2 changes sign between file and program. */
  static int axisSign(int axis) {
    return axis == 0 ? 1 : -1;
  }

  static double logScale(int value) {
    return value / 16.0 - 10;
  }

  static int ofLogScale(double logScale) {
    return toByte((logScale + 10) * 16);
  }

  static double constantHarmonic(int value) {
    return (value / 255.0 - 0.5) / COLOUR_SCALE;
  }

  static int ofConstantHarmonic(double coefficient) {
    return toByte((coefficient * COLOUR_SCALE + 0.5) * 255);
  }

  static double harmonic(int value) {
    return (value - 128) / 128.0;
  }

  static int ofHarmonic(double coefficient) {
    return toByte(coefficient * 128 + 128);
  }

  private static int toByte(double value) {
    return (int) Math.clamp(Math.round(value), 0L, 255L);
  }

  /**
   * A rotation of version 2.
   *
   * @param quaternion to be written: w, x, y, z
   */
  static void firstThree(int x, int y, int z, double[] quaternion) {
    double rest = 1;
    int[] values = {x, y, z};
    for (int axis = 0; axis < 3; axis++) {
      double component = values[axis] / 127.5 - 1;
      quaternion[1 + axis] = component;
      rest -= component * component;
    }
    quaternion[0] = Math.sqrt(Math.max(0, rest));
  }

  /**
   * A rotation of version 3.
   *
   * @param quaternion to be written: w, x, y, z
   */
  static void smallestThree(int packed, double[] quaternion) {
    int greatest = packed >>> 30;
    int bits = packed;
    double rest = 1;
    for (int c = 3; c >= 0; c--) {
      if (c != greatest) {
        double magnitude = Math.sqrt(0.5) * (bits & MAGNITUDE) / MAGNITUDE;
        double component = (bits >> 9 & 1) == 0 ? magnitude : -magnitude;
        quaternion[(c + 1) % 4] = component;
        rest -= component * component;
        bits >>>= 10;
      }
    }
    quaternion[(greatest + 1) % 4] = Math.sqrt(Math.max(0, rest));
  }

  /**
   * Packs a rotation as version 3 does.
   *
   * @param quaternion w, x, y, z of any length but zero
   */
  static int ofSmallestThree(double[] quaternion) {
    int greatest = 0;
    double sum = 0;
    for (int c = 0; c < 4; c++) {
      double component = quaternion[(c + 1) % 4];
      sum += component * component;
      if (Math.abs(component) > Math.abs(quaternion[(greatest + 1) % 4])) {
        greatest = c;
      }
    }
    // q and −q are the same rotation: the greatest component is made positive.
    double scale = Math.copySign(Math.sqrt(2 / sum), quaternion[(greatest + 1) % 4]);
    int packed = greatest;
    for (int c = 0; c < 4; c++) {
      if (c != greatest) {
        double component = quaternion[(c + 1) % 4] * scale;
        long magnitude = Math.min(MAGNITUDE, Math.round(Math.abs(component) * MAGNITUDE));
        packed = packed << 10 | (component < 0 ? 1 << 9 : 0) | (int) magnitude;
      }
    }
    return packed;
  }
}
