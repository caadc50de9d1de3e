package org.clickgaussian.evaluation;

import org.clickgaussian.mask.BitMask;
import org.clickgaussian.splat.SplattedView;

/**
 * Renders labels of Gaussians: every label is a channel that is 1 for its Gaussians and 0 for
 * others, and a pixel takes the label of the greatest blended channel (argmax of Σ w · onehot).
 * Label 0 is that of the background: what shines through a pixel, 1 − Σ w, counts for it.
 */
public final class LabelRendering {
  private static final int TILE = 16;

  private LabelRendering() {}

  /**
   * The label of every pixel.
   *
   * @param gaussianLabels label of each Gaussian; −1 takes no part: int[N]
   * @param labels the number of labels
   * @return int[pixels]; the lower of equal labels
   */
  public static int[] argmax(SplattedView view, int[] gaussianLabels, int labels) {
    return render(view, gaussianLabels, labels, 0);
  }

  /**
   * The label of every pixel that has more than half of its weight, 0 where none has; otherwise as
   * {@link #argmax}.
   */
  public static int[] majority(SplattedView view, int[] gaussianLabels, int labels) {
    return render(view, gaussianLabels, labels, 0.5f);
  }

  private static int[] render(
      SplattedView view, int[] gaussianLabels, int labels, float leastShare) {
    int width = view.camera().width();
    int height = view.camera().height();
    int tilesInRow = (width + TILE - 1) / TILE;
    int[] result = new int[width * height];
    view.visitTiles(
        (tile, entries, pixels, ids, weights) -> {
          int x0 = tile % tilesInRow * TILE;
          int y0 = tile / tilesInRow * TILE;
          float[] blended = new float[TILE * TILE * labels];
          for (int local = 0; local < TILE * TILE; local++) {
            blended[local * labels] = 1;
          }
          for (int e = 0; e < entries; e++) {
            int label = gaussianLabels[ids[e]];
            int local = (pixels[e] / width - y0) * TILE + pixels[e] % width - x0;
            blended[local * labels] -= weights[e];
            if (label >= 0) {
              blended[local * labels + label] += weights[e];
            }
          }
          for (int y = y0; y < Math.min(height, y0 + TILE); y++) {
            for (int x = x0; x < Math.min(width, x0 + TILE); x++) {
              int local = (y - y0) * TILE + x - x0;
              result[y * width + x] = best(blended, local * labels, labels, leastShare);
            }
          }
        });
    return result;
  }

  private static int best(float[] blended, int from, int labels, float leastShare) {
    int best = 0;
    float most = Math.max(blended[from], leastShare);
    for (int label = 1; label < labels; label++) {
      if (blended[from + label] > most) {
        most = blended[from + label];
        best = label;
      }
    }
    return best;
  }

  /** The pixels of one label. */
  public static BitMask mask(int[] pixelLabels, int label, int width, int height) {
    BitMask mask = new BitMask(width, height);
    for (int y = 0, pixel = 0; y < height; y++) {
      for (int x = 0; x < width; x++, pixel++) {
        if (pixelLabels[pixel] == label) {
          mask.set(x, y);
        }
      }
    }
    return mask;
  }
}
