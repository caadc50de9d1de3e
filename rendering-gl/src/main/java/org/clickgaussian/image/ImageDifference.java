package org.clickgaussian.image;

/** How far two images of the same size are apart. */
public final class ImageDifference {
  private ImageDifference() {}

  /**
   * Peak signal-to-noise ratio in dB: 10 log10(255² / mean squared error over all channels);
   * infinite for equal images.
   */
  public static double psnr(RgbImage a, RgbImage b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      throw new IllegalArgumentException("images of " + a.size() + " and " + b.size());
    }
    long sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      int difference = (a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff);
      sum += (long) difference * difference;
    }
    return decibels(sum / (255.0 * 255.0), a.rgb().length);
  }

  /**
   * Peak signal-to-noise ratio in dB of colours between 0 and 1, not clamped: 10 log10(1 / mean
   * squared error); infinite for equal images.
   *
   * @param a numbers in any layout
   * @param b as many numbers in the same layout
   */
  public static double psnr(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " numbers");
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return decibels(sum, a.length);
  }

  private static double decibels(double squares, long count) {
    return squares == 0 ? Double.POSITIVE_INFINITY : -10 * Math.log10(squares / count);
  }
}
