package org.clickgaussian.evaluation;

import java.util.concurrent.atomic.AtomicLongArray;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.splat.SplattedView;

/** Gives the segments of one view labels. Segment 0, the unlabelled pixels, always has label 0. */
final class SegmentLabels {
  private static final double UNIT = 0x1p20;

  private SegmentLabels() {}

  /**
   * Each segment takes the label of most weight among the Gaussians seen in it.
   *
   * @param gaussianLabels label of each Gaussian, −1 for one that abstains: int[N]
   * @param labels the number of labels; 0 is the label of nothing
   * @return int[segments + 1]; 0 for a segment without votes
   */
  static int[] byGaussians(SplattedView view, SegmentMap map, int[] gaussianLabels, int labels) {
    // Whole numbers: the same sums in whatever order the tiles come.
    AtomicLongArray votes = new AtomicLongArray((map.count() + 1) * labels);
    view.visitTiles(
        (tile, entries, pixels, ids, weights) -> {
          for (int e = 0; e < entries; e++) {
            int label = gaussianLabels[ids[e]];
            if (label >= 0) {
              int segment = map.segments()[pixels[e]];
              votes.getAndAdd(segment * labels + label, (long) (weights[e] * UNIT));
            }
          }
        });
    return most(votes, map.count(), labels);
  }

  /**
   * Each segment takes the label that most of its pixels have.
   *
   * @param pixelLabels label of each pixel, from 0
   * @return int[segments + 1]
   */
  static int[] byPixels(SegmentMap map, int[] pixelLabels, int labels) {
    AtomicLongArray votes = new AtomicLongArray((map.count() + 1) * labels);
    for (int pixel = 0; pixel < pixelLabels.length; pixel++) {
      votes.getAndIncrement(map.segments()[pixel] * labels + pixelLabels[pixel]);
    }
    return most(votes, map.count(), labels);
  }

  private static int[] most(AtomicLongArray votes, int segments, int labels) {
    int[] most = new int[segments + 1];
    for (int segment = 1; segment <= segments; segment++) {
      for (int label = 1; label < labels; label++) {
        if (votes.get(segment * labels + label) > votes.get(segment * labels + most[segment])) {
          most[segment] = label;
        }
      }
    }
    return most;
  }
}
