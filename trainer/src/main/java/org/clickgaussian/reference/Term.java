package org.clickgaussian.reference;

import org.clickgaussian.loss.LossSettings;
import org.clickgaussian.loss.StepLosses;

/** A term of Eq. 13 that can be switched on alone, or a part of one that is reported apart. */
public enum Term {
  /** Eq. 3, coarse. */
  POSITIVE_COARSE("Eq. 3 coarse"),
  /** Eq. 3, fine. */
  POSITIVE_FINE("Eq. 3 fine"),
  /** Eq. 4, coarse. */
  NEGATIVE_COARSE("Eq. 4 coarse"),
  /** Eq. 4, fine. */
  NEGATIVE_FINE("Eq. 4 fine"),
  /** Eq. 7, both levels. */
  GLOBAL_POSITIVE("Eq. 7"),
  /** Eq. 8, both levels. */
  GLOBAL_NEGATIVE("Eq. 8"),
  /** Eq. 10. */
  HYPERSPHERE("Eq. 10"),
  /** Eq. 11. */
  RENDERED_NORM("Eq. 11"),
  /** Eq. 12. */
  SPATIAL("Eq. 12");

  private final String equation;

  Term(String equation) {
    this.equation = equation;
  }

  /** Where the paper defines it, such as "Eq. 4 fine". */
  public String equation() {
    return equation;
  }

  /** The term's unweighted value in the losses of a step. */
  public double of(StepLosses losses) {
    return switch (this) {
      case POSITIVE_COARSE -> losses.positiveCoarse();
      case POSITIVE_FINE -> losses.positiveFine();
      case NEGATIVE_COARSE -> losses.negativeCoarse();
      case NEGATIVE_FINE -> losses.negativeFine();
      case GLOBAL_POSITIVE -> losses.globalPositive();
      case GLOBAL_NEGATIVE -> losses.globalNegative();
      case HYPERSPHERE -> losses.hypersphere();
      case RENDERED_NORM -> losses.renderedNorm();
      case SPATIAL -> losses.spatial();
    };
  }

  /** The term's weight in Eq. 13. */
  public double weight(LossSettings settings) {
    return switch (this) {
      case POSITIVE_COARSE, POSITIVE_FINE -> settings.positiveWeight();
      case NEGATIVE_COARSE, NEGATIVE_FINE -> settings.negativeWeight();
      case GLOBAL_POSITIVE, GLOBAL_NEGATIVE -> settings.globalGuidanceWeight();
      case HYPERSPHERE -> settings.hypersphereWeight();
      case RENDERED_NORM -> settings.renderedNormWeight();
      case SPATIAL -> settings.spatialWeight();
    };
  }
}
