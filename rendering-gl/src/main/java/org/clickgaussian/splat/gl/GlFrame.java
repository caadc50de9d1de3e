package org.clickgaussian.splat.gl;

import org.clickgaussian.gl.GlBuffer;

/**
 * A rendered image on the device, as {@link org.clickgaussian.splat.Frame} is in memory. It belongs
 * to the view that rendered it and holds until that view renders its next frame or alpha or is
 * closed; commands given to the device before that still see it. Buffers may be longer than the
 * image.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param rgb red, green, blue of each pixel side by side: float[height · width · 3]
 * @param alpha Σ w of each pixel: float[height · width]
 * @param depth Σ w z of each pixel: float[height · width]
 */
public record GlFrame(int width, int height, GlBuffer rgb, GlBuffer alpha, GlBuffer depth) {}
