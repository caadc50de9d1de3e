package org.clickgaussian.samples;

import org.clickgaussian.splat.SplattedView;

/**
 * The true label of every pixel: the label with the largest share of the pixel's blend weights,
 * where these add up to one half or more; 0 elsewhere. Ties go to the smaller label.
 */
final class LabelImage {
  private static final int TILE_PIXELS = 256;

  private LabelImage() {}

  /**
   * Labels the pixels of a view.
   *
   * @param view the Gaussians as the view's camera sees them
   * @param labels label of each Gaussian, 1 … count
   * @param count the largest label
   * @return int[pixels]
   */
  static int[] of(SplattedView view, int[] labels, int count) {
    int width = view.camera().width();
    int[] image = new int[width * view.camera().height()];
    view.visitTiles(
        (tile, entries, pixels, gaussians, weights) -> {
          float[] shares = new float[TILE_PIXELS * (count + 1)];
          for (int e = 0; e < entries; e++) {
            int local = local(pixels[e], width);
            shares[local * (count + 1) + labels[gaussians[e]]] += weights[e];
            shares[local * (count + 1)] += weights[e];
          }
          for (int e = 0; e < entries; e++) {
            image[pixels[e]] = largest(shares, local(pixels[e], width) * (count + 1), count);
          }
        });
    return image;
  }

  private static int local(int pixel, int width) {
    return (pixel / width % 16) * 16 + pixel % width % 16;
  }

  private static int largest(float[] shares, int at, int count) {
    if (shares[at] < 0.5f) {
      return 0;
    }
    int best = 1;
    for (int label = 2; label <= count; label++) {
      if (shares[at + label] > shares[at + best]) {
        best = label;
      }
    }
    return best;
  }
}
