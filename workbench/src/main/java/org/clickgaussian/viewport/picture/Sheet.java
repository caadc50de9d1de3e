package org.clickgaussian.viewport.picture;

/**
 * Something drawn over a picture.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param pixels 0xAARRGGBB, premultiplied, row by row: int[height · width]
 */
public record Sheet(int width, int height, int[] pixels) {
  /** Checks that there is a number for each pixel. */
  public Sheet {
    if (pixels.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d numbers for %d×%d pixels".formatted(pixels.length, width, height));
    }
  }
}
