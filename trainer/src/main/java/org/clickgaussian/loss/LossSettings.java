package org.clickgaussian.loss;

import org.clickgaussian.mask.Level;

/**
 * Weights, margins and thresholds of Eq. 3–13. A weight of 0 switches its term off.
 *
 * @param positiveWeight weight of Eq. 3; 1 in the paper
 * @param negativeWeight λ_neg^cont of Eq. 5; 0.1
 * @param globalGuidanceWeight λ1 of Eq. 13, for Eq. 9; 10
 * @param hypersphereWeight λ2, for Eq. 10 (3D norm); 0.2
 * @param renderedNormWeight λ3, for Eq. 11 (2D norm); 0.2
 * @param spatialWeight λ4, for Eq. 12; 0.5
 * @param coarseMargin τ^c of Eq. 4 and 8; 0.5
 * @param fineMargin τ^f of Eq. 4 and 8; 0.75
 * @param globalThreshold τ^g of Eq. 7; 0.9
 */
public record LossSettings(
    double positiveWeight,
    double negativeWeight,
    double globalGuidanceWeight,
    double hypersphereWeight,
    double renderedNormWeight,
    double spatialWeight,
    double coarseMargin,
    double fineMargin,
    double globalThreshold) {
  /** The paper's values. */
  public static final LossSettings PAPER =
      new LossSettings(1, 0.1, 10, 0.2, 0.2, 0.5, 0.5, 0.75, 0.9);

  /** τ^l of a level. */
  public double margin(Level level) {
    return level == Level.COARSE ? coarseMargin : fineMargin;
  }
}
