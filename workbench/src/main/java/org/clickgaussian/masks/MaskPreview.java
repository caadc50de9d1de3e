package org.clickgaussian.masks;

import org.clickgaussian.image.RgbImage;

/**
 * A picture of the masks of a view.
 *
 * @param view the view's key
 * @param words what it shows
 * @param image the picture
 */
public record MaskPreview(String view, String words, RgbImage image) {}
