package org.clickgaussian.image;

/**
 * An image with four numbers of 8 bits a pixel, for files that keep data in the channels.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param rgba unsigned bytes [height][width][4], rows from the top; not copied
 */
public record RgbaImage(int width, int height, byte[] rgba) {
  /** Checks that the array has four bytes for each pixel. */
  public RgbaImage {
    if (width < 1 || height < 1 || rgba.length != 4L * width * height) {
      throw new IllegalArgumentException(
          "no image: %d × %d with %d bytes".formatted(width, height, rgba.length));
    }
  }

  /**
   * One number of one pixel, from 0 to 255.
   *
   * @param pixel row · width + column
   * @param channel 0 red, 1 green, 2 blue, 3 alpha
   */
  public int channel(int pixel, int channel) {
    return rgba[4 * pixel + channel] & 0xff;
  }

  /** Pixels in the whole image. */
  public int pixels() {
    return width * height;
  }
}
