package org.clickgaussian.clusters;

/**
 * A small picture of a cluster, everything else dimmed.
 *
 * @param view key of the training view that shows most of it
 * @param width pixels in a row
 * @param height pixels in a column
 * @param pixels opaque 0xAARRGGBB, row by row. Do not change
 */
record ClusterThumbnail(String view, int width, int height, int[] pixels) {}
