package org.clickgaussian.masks;

/**
 * Where a view disagrees with its neighbours, to be laid over its photo.
 *
 * @param view the view's key
 * @param width pixels in a row
 * @param height pixels in a column
 * @param argb int[height · width], 0xAARRGGBB, not premultiplied
 */
public record HeatMap(String view, int width, int height, int[] argb) {}
