package org.clickgaussian.sam;

import org.clickgaussian.image.RgbImage;

/**
 * Scales photos as Pillow's {@code resize} with its bilinear filter does, to the bit: a triangle as
 * wide as the reduction (so that reducing does not alias), weights in fixed point with 22 bits,
 * columns first and then rows, with rounding to bytes in between. Segment Anything was made with
 * photos scaled in this way.
 */
final class PhotoScaling {
  private static final int BITS = 22;

  private PhotoScaling() {}

  static RgbImage scale(RgbImage photo, int width, int height) {
    RgbImage wide = width == photo.width() ? photo : columns(photo, width);
    return height == photo.height() ? wide : rows(wide, height);
  }

  private static RgbImage columns(RgbImage photo, int width) {
    Taps taps = new Taps(photo.width(), width);
    RgbImage scaled = RgbImage.black(width, photo.height());
    for (int y = 0; y < photo.height(); y++) {
      int row = y * photo.width();
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          scaled.rgb()[3 * (y * width + x) + channel] =
              taps.sum(x, photo.rgb(), 3 * row + channel, 3);
        }
      }
    }
    return scaled;
  }

  private static RgbImage rows(RgbImage photo, int height) {
    Taps taps = new Taps(photo.height(), height);
    int stride = 3 * photo.width();
    RgbImage scaled = RgbImage.black(photo.width(), height);
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < stride; i++) {
        scaled.rgb()[y * stride + i] = taps.sum(y, photo.rgb(), i, stride);
      }
    }
    return scaled;
  }

  /** For each new pixel of an axis, the old pixels it is made of and their weights. */
  private static final class Taps {
    private final int[] first;
    private final int[][] weights;

    Taps(int from, int to) {
      first = new int[to];
      weights = new int[to][];
      double scale = (double) from / to;
      double reach = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale;
        int begin = Math.max(0, (int) (centre - reach + 0.5));
        int end = Math.min(from, (int) (centre + reach + 0.5));
        first[i] = begin;
        weights[i] = fixed(triangle(begin, end, centre, reach));
      }
    }

    private static double[] triangle(int begin, int end, double centre, double reach) {
      double[] weights = new double[end - begin];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        double distance = Math.abs((i + begin - centre + 0.5) * (1 / reach));
        weights[i] = distance < 1 ? 1 - distance : 0;
        sum += weights[i];
      }
      for (int i = 0; i < weights.length && sum != 0; i++) {
        weights[i] /= sum;
      }
      return weights;
    }

    private static int[] fixed(double[] weights) {
      int[] fixed = new int[weights.length];
      for (int i = 0; i < fixed.length; i++) {
        fixed[i] = (int) (0.5 + weights[i] * (1 << BITS));
      }
      return fixed;
    }

    byte sum(int i, byte[] values, int offset, int stride) {
      int[] own = weights[i];
      int sum = 1 << BITS - 1;
      int at = offset + first[i] * stride;
      for (int weight : own) {
        sum += (values[at] & 0xff) * weight;
        at += stride;
      }
      return (byte) Math.clamp(sum >> BITS, 0, 255);
    }
  }
}
