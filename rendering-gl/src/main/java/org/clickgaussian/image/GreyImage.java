package org.clickgaussian.image;

/**
 * An image with one number a pixel: a grey value, or a label.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param values [height][width], from 0 to 65535, rows from the top; not copied
 */
public record GreyImage(int width, int height, int[] values) {
  /** The largest value that a pixel can hold. */
  public static final int MAXIMUM = 0xffff;

  /** Checks that the array has one value for each pixel, each of 16 bits. */
  public GreyImage {
    if (width < 1 || height < 1 || values.length != (long) width * height) {
      throw new IllegalArgumentException(
          "no image: %d × %d with %d values".formatted(width, height, values.length));
    }
    for (int value : values) {
      if (value < 0 || value > MAXIMUM) {
        throw new IllegalArgumentException("a pixel cannot hold " + value);
      }
    }
  }

  /** The value of a pixel. */
  public int value(int column, int row) {
    return values[row * width + column];
  }

  /** The largest value in the image. */
  public int largest() {
    int largest = 0;
    for (int value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** The size in pixels. */
  public ImageSize size() {
    return new ImageSize(width, height);
  }
}
