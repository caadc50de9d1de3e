package org.clickgaussian.splat.device;

import java.util.Locale;

/**
 * What one part of a {@link DeviceCheck} found.
 *
 * @param what was computed, such as "colours"
 * @param passed whether the graphics processor may be relied on for it
 * @param detail what was found, to be read behind {@code what}
 */
public record Finding(String what, boolean passed, String detail) {
  /** Both in a row, such as "colours differ by up to 0.00001". */
  public String sentence() {
    return what + " " + detail;
  }

  /** That something could not be computed at all. */
  static Finding failed(String what, RuntimeException reason) {
    return new Finding(what, false, "cannot be computed: " + reason.getMessage());
  }

  /**
   * Compares words of which every bit is known.
   *
   * @param expected of the processor
   * @param actual of the device
   */
  static Finding exact(String what, int[] expected, int[] actual) {
    int wrong = 0;
    for (int k = 0; k < expected.length; k++) {
      wrong += expected[k] == actual[k] ? 0 : 1;
    }
    String detail =
        wrong == 0
            ? text("are right, %,d words", expected.length)
            : text("are wrong in %,d of %,d words", wrong, expected.length);
    return new Finding(what, wrong == 0, detail);
  }

  /**
   * Compares pixels: all but one of 1,000 must be within a step of each other.
   *
   * @param expected of the processor, some values a pixel side by side
   * @param actual of the device
   * @param step the largest difference that counts as the same
   */
  static Finding pixels(String what, float[] expected, float[] actual, int pixels, double step) {
    int each = expected.length / pixels;
    int beyond = 0;
    double largest = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      double difference = 0;
      for (int k = each * pixel; k < each * pixel + each; k++) {
        double here = Math.abs((double) expected[k] - actual[k]);
        difference = Math.max(difference, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
      }
      beyond += difference <= step ? 0 : 1;
      largest = Math.max(largest, difference);
    }
    return new Finding(
        what,
        isRare(beyond, pixels),
        text(
            "differ by up to %.2g, beyond %.2g in %,d of %,d pixels",
            largest, step, beyond, pixels));
  }

  /** Counts pixels whose Gaussians are others. */
  static Finding flips(String what, int flipped, int pixels) {
    return new Finding(
        what, isRare(flipped, pixels), text("are others in %,d of %,d pixels", flipped, pixels));
  }

  /** Rounding puts a Gaussian on the other side of a threshold now and then. */
  private static boolean isRare(int count, int pixels) {
    return 1000L * count <= pixels;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
