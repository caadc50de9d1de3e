package org.clickgaussian.splat;

/**
 * A rendered image.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param rgb red, green, blue of each pixel side by side, not clamped above 1: float[height · width
 *     · 3]
 * @param alpha Σ w of each pixel: float[height · width]
 * @param depth Σ w z of each pixel, z in camera coordinates, not divided by alpha: float[height ·
 *     width]
 */
public record Frame(int width, int height, float[] rgb, float[] alpha, float[] depth) {}
