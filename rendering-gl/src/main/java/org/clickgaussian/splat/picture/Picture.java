package org.clickgaussian.splat.picture;

import org.clickgaussian.image.RgbImage;

/**
 * A painted view.
 *
 * @param image what is seen
 * @param legend what the colours mean, in a few words; empty where they speak for themselves
 */
public record Picture(RgbImage image, String legend) {}
