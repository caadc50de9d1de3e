package org.clickgaussian.sam;

/**
 * One of the decoder's answers.
 *
 * @param logits over the encoder's input
 * @param predictedIou the overlap with a true segment that the model expects
 */
record DecodedMask(LowResolutionLogits logits, float predictedIou) {}
