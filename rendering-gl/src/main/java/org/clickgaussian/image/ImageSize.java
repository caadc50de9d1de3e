package org.clickgaussian.image;

/**
 * How many pixels an image has.
 *
 * @param width pixels in a row, at least 1
 * @param height pixels in a column, at least 1
 */
public record ImageSize(int width, int height) {
  /** Checks that there are pixels. */
  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no image: %d × %d".formatted(width, height));
    }
  }

  /** Pixels in the whole image. */
  public long pixels() {
    return (long) width * height;
  }

  /** "800×533". */
  @Override
  public String toString() {
    return width + "×" + height;
  }
}
