package org.clickgaussian.samples;

import org.clickgaussian.splat.SplattedView;

/**
 * The true labels of every pixel at three levels, from the blend weights w = αT of its Gaussians. A
 * pixel's object is the one with the largest share of the weights; its part is the one with the
 * largest share among the parts of that object; its sub-part likewise. So a part never reaches
 * beyond its object. Pixels whose weights add up to less than one half have no label, 0. Ties go to
 * the smaller label.
 *
 * @param objects int[pixels], row by row
 * @param parts int[pixels]
 * @param subParts int[pixels]
 */
record LabelImage(int[] objects, int[] parts, int[] subParts) {
  /** Labels the pixels of a view. */
  static LabelImage of(SplattedView view, SampleScene sample) {
    int pixels = view.camera().width() * view.camera().height();
    LabelImage image = new LabelImage(new int[pixels], new int[pixels], new int[pixels]);
    int[] subPartOf = sample.subParts().ofGaussian();
    int[] partOf = sample.subParts().partOf();
    int[] objectOf = new int[partOf.length];
    for (int sub = 1; sub < partOf.length; sub++) {
      objectOf[sub] = sample.labels().objectOf(partOf[sub]);
    }
    int width = view.camera().width();
    view.visitTiles(
        (tile, entries, pixelOf, gaussians, weights) -> {
          int[] subParts = new int[entries];
          for (int e = 0; e < entries; e++) {
            subParts[e] = subPartOf[gaussians[e]];
          }
          TileShares shares = new TileShares(subParts, partOf, objectOf);
          for (int e = 0; e < entries; e++) {
            shares.add(pixelOf[e], width, subParts[e], weights[e]);
          }
          shares.label(image);
        });
    return image;
  }
}
