package org.clickgaussian.training;

/**
 * The pixels of one iteration, as rows of their view's pool.
 *
 * @param rows P + U row numbers: first the sampled pixels, then those drawn uniformly
 * @param contrastivePixels P
 * @param coarseSegments int[P], 0 where a pixel has none
 * @param fineSegments int[P], 0 where a pixel has none
 */
public record PixelSample(
    int[] rows, int contrastivePixels, int[] coarseSegments, int[] fineSegments) {}
