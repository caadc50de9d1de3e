package org.clickgaussian.mask;

/**
 * A place in an image at which a segmentation model was asked what lies there.
 *
 * @param x pixels from the left border
 * @param y pixels from the upper border
 */
public record PromptPoint(double x, double y) {}
