package org.clickgaussian.loss;

import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.splat.BlendWeights;

/**
 * What one iteration learns from.
 *
 * <p>The first P of its rows are the pixels sampled for the contrastive terms (Eq. 3, 4), the other
 * U are pixels drawn uniformly over the whole view for the rendered-norm term (Eq. 11).
 *
 * @param features the field to be learnt, N Gaussians
 * @param blendWeights a view's blend weights
 * @param rows P + U row numbers in {@code blendWeights}, one for each pixel
 * @param contrastivePixels P
 * @param coarseSegments int[P], segment of each sampled pixel at the coarse level, 0 where it has
 *     none
 * @param fineSegments int[P], the same at the fine level
 * @param coarseCandidates candidates of Eq. 7 and 8; null while global guidance has not begun
 * @param fineCandidates the same at the fine level; null together with the coarse ones
 * @param spatialSeed seed of this iteration's choice of Gaussians for Eq. 12
 */
public record StepInput(
    FeatureField features,
    BlendWeights blendWeights,
    int[] rows,
    int contrastivePixels,
    int[] coarseSegments,
    int[] fineSegments,
    Candidates coarseCandidates,
    Candidates fineCandidates,
    long spatialSeed) {}
