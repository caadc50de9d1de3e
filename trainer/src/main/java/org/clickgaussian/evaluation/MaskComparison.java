package org.clickgaussian.evaluation;

import org.clickgaussian.mask.BitMask;

/** Compares a predicted mask with the true one; the prediction is resized NEAREST to the truth. */
public final class MaskComparison {
  /** The boundary's width as a share of the image's diagonal. */
  public static final double BOUNDARY_SHARE = 0.02;

  private MaskComparison() {}

  /** |truth ∩ prediction| / |truth ∪ prediction|; 1 where both are empty. */
  public static double iou(BitMask truth, BitMask prediction) {
    BitMask resized = prediction.resized(truth.width(), truth.height());
    return ratio(truth, resized);
  }

  /**
   * Boundary IoU (Cheng et al. 2021): the same of the inner boundaries of both, 2% of the diagonal
   * wide. It sees thin parts and ragged borders that IoU hides in large areas.
   */
  public static double boundaryIou(BitMask truth, BitMask prediction) {
    int distance = truth.boundaryDistance(BOUNDARY_SHARE);
    BitMask resized = prediction.resized(truth.width(), truth.height());
    return ratio(truth.boundary(distance), resized.boundary(distance));
  }

  private static double ratio(BitMask a, BitMask b) {
    long union = a.unionArea(b);
    return union == 0 ? 1 : a.intersectionArea(b) / (double) union;
  }
}
