package org.clickgaussian.splat.cpu;

/**
 * 2^−d for d between 0 and about 100: 2^−n · 2^(n − d) with n the nearest integer, the second
 * factor by a minimax polynomial of degree 6 on [−½, ½]. Relative error below 1e-7.
 *
 * <p>The constants serve the vector kernel, which repeats the same operations lane by lane.
 */
final class ExpTwo {
  /** Adding 1.5 · 2²³ rounds to an integer and leaves it in the lowest bits. */
  static final float ROUND = 12582912f;

  static final float C0 = 1.0f;
  static final float C1 = 0.6931471824645996f;
  static final float C2 = 0.24022646248340607f;
  static final float C3 = 0.055503278970718384f;
  static final float C4 = 0.009618484415113926f;
  static final float C5 = 0.001340015442110598f;
  static final float C6 = 0.00015347320004366338f;

  private ExpTwo() {}

  /** 2^−d. */
  static float ofMinus(float d) {
    float shifted = d + ROUND;
    float f = (shifted - ROUND) - d;
    float power = Math.fma(C6, f, C5);
    power = Math.fma(power, f, C4);
    power = Math.fma(power, f, C3);
    power = Math.fma(power, f, C2);
    power = Math.fma(power, f, C1);
    power = Math.fma(power, f, C0);
    int exponent = Float.floatToRawIntBits(shifted) << 23;
    return Float.intBitsToFloat(Float.floatToRawIntBits(power) - exponent);
  }
}
