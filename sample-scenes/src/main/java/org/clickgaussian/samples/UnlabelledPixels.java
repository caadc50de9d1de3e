package org.clickgaussian.samples;

import java.util.Arrays;
import org.clickgaussian.math.RandomStream;

/**
 * Pixels that belong to no segment, as automatic segmentation leaves some: blobs, and strips along
 * the borders of parts. Exactly one tenth of an image, rounded down.
 */
final class UnlabelledPixels {
  private static final int SHARE_INVERSE = 10;
  private static final double CELL = 18;
  private static final float BORDER = 0.7f;

  private UnlabelledPixels() {}

  /**
   * Chooses the pixels of a view.
   *
   * @param parts true part of each pixel, row by row
   * @return for each pixel, column by column, whether it belongs to no segment
   */
  static boolean[] choose(int[] parts, int width, int height, RandomStream random) {
    SmoothNoise blobs = new SmoothNoise(random, width, height, CELL);
    float[] scores = new float[width * height];
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        float border = isBorder(parts, x, y, width, height) ? BORDER : 0;
        scores[x * height + y] = blobs.at(x, y) + border;
      }
    }
    return largest(scores, scores.length / SHARE_INVERSE);
  }

  private static boolean isBorder(int[] parts, int x, int y, int width, int height) {
    int at = y * width + x;
    return x + 1 < width && parts[at + 1] != parts[at]
        || y + 1 < height && parts[at + width] != parts[at]
        || x > 0 && parts[at - 1] != parts[at]
        || y > 0 && parts[at - width] != parts[at];
  }

  /** Marks a number of pixels with the largest scores; of equal ones the first. */
  private static boolean[] largest(float[] scores, int number) {
    boolean[] chosen = new boolean[scores.length];
    if (number == 0) {
      return chosen;
    }
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    float least = sorted[sorted.length - number];
    int left = number;
    for (int i = 0; i < scores.length; i++) {
      chosen[i] = scores[i] > least;
      left -= chosen[i] ? 1 : 0;
    }
    for (int i = 0; left > 0; i++) {
      if (scores[i] == least) {
        chosen[i] = true;
        left--;
      }
    }
    return chosen;
  }
}
