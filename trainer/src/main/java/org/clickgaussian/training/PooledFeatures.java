package org.clickgaussian.training;

/**
 * The average features of all segments of one level (Eq. 6), each of unit length.
 *
 * @param count the number of segments
 * @param dimensions D^l
 * @param vectors row-major float[count · D^l]
 * @param views for each segment the number of its view among the training views
 */
public record PooledFeatures(int count, int dimensions, float[] vectors, int[] views) {}
