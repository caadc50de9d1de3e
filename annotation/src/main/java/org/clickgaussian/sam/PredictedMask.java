package org.clickgaussian.sam;

import org.clickgaussian.mask.BitMask;

/**
 * An answer to a prompt.
 *
 * @param mask at the photo's size
 * @param predictedIou the overlap with a true segment that the model expects
 * @param stability how little the mask depends on its threshold, 0 to 1; NaN for an empty mask
 * @param logits to be given back with a further prompt ({@link Prompt#previous})
 */
public record PredictedMask(
    BitMask mask, double predictedIou, double stability, LowResolutionLogits logits) {}
