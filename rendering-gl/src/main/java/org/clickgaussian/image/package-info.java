/**
 * Images in memory ({@link org.clickgaussian.image.RgbImage}, {@link
 * org.clickgaussian.image.GreyImage}), how they come from and go to files ({@link
 * org.clickgaussian.image.ImageFiles}, the one class that knows the image library), and how far two
 * of them are apart ({@link org.clickgaussian.image.ImageDifference}).
 *
 * <p>Rows run from the top, pixels from the left; colours are sRGB, red first. Numbers are taken
 * from the file as they are: no colour management, no rotation.
 */
package org.clickgaussian.image;
