package org.clickgaussian.loss;

/**
 * The terms that are computed on pixels, unweighted.
 *
 * @param positiveCoarse Eq. 3, coarse part
 * @param positiveFine Eq. 3, fine part
 * @param negative Eq. 4
 * @param renderedNorm Eq. 11
 */
record PixelLosses(
    double positiveCoarse,
    double positiveFine,
    ContrastiveNegative.Result negative,
    double renderedNorm) {}
