package org.clickgaussian.loss;

/**
 * The unweighted terms of Eq. 13 in one iteration, and what is worth knowing beside them.
 *
 * @param positiveCoarse Eq. 3, coarse part (negative: a similarity is raised)
 * @param positiveFine Eq. 3, fine part
 * @param negativeCoarse Eq. 4, coarse part
 * @param negativeFine Eq. 4, fine part
 * @param globalPositive Eq. 7; 0 while off
 * @param globalNegative Eq. 8; 0 while off
 * @param hypersphere Eq. 10
 * @param renderedNorm Eq. 11, estimated on the U uniform pixels
 * @param spatial Eq. 12
 * @param assignedCoarse share of the Gaussians above the threshold of Eq. 7, coarse; NaN while off
 * @param assignedFine the same, fine
 * @param culledShare share of the pixel pairs of Eq. 4 that were skipped block by block
 */
public record StepLosses(
    double positiveCoarse,
    double positiveFine,
    double negativeCoarse,
    double negativeFine,
    double globalPositive,
    double globalNegative,
    double hypersphere,
    double renderedNorm,
    double spatial,
    double assignedCoarse,
    double assignedFine,
    double culledShare) {

  /** L_total of Eq. 13. */
  public double total(LossSettings settings) {
    return settings.positiveWeight() * (positiveCoarse + positiveFine)
        + settings.negativeWeight() * (negativeCoarse + negativeFine)
        + settings.globalGuidanceWeight() * (globalPositive + globalNegative)
        + settings.hypersphereWeight() * hypersphere
        + settings.renderedNormWeight() * renderedNorm
        + settings.spatialWeight() * spatial;
  }
}
