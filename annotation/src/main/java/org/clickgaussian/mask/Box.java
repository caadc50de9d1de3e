package org.clickgaussian.mask;

/**
 * A box in an image, in pixels.
 *
 * @param x left
 * @param y top
 * @param width from left to right
 * @param height from top to bottom
 */
public record Box(double x, double y, double width, double height) {}
