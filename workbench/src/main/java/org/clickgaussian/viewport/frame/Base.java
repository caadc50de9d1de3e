package org.clickgaussian.viewport.frame;

/**
 * A picture before anything is highlighted.
 *
 * @param pixels opaque, 0xffRRGGBB: int[pixels]; do not change
 * @param legend what the colours mean
 */
record Base(int[] pixels, Legend legend) {}
