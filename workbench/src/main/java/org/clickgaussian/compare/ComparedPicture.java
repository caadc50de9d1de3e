package org.clickgaussian.compare;

/**
 * A picture of the comparison.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param pixels 0xAARRGGBB, premultiplied; the taker's
 * @param words what the colours mean
 */
record ComparedPicture(int width, int height, int[] pixels, String words) {}
