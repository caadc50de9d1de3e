package org.clickgaussian.image;

/**
 * A colour image with 8 bits a channel, sRGB.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param rgb unsigned bytes [height][width][3], red first, rows from the top; not copied
 */
public record RgbImage(int width, int height, byte[] rgb) {
  /** Checks that the array has three bytes for each pixel. */
  public RgbImage {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "no image: %d × %d with %d bytes".formatted(width, height, rgb.length));
    }
  }

  /** A black image. */
  public static RgbImage black(int width, int height) {
    return new RgbImage(width, height, new byte[Math.multiplyExact(3, width * height)]);
  }

  /**
   * An image of colours from 0 to 1; what lies outside is clamped, NaN becomes 0.
   *
   * @param rgb floats [height][width][3]
   */
  public static RgbImage ofFloats(int width, int height, float[] rgb) {
    byte[] bytes = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      bytes[i] = (byte) (Math.clamp(rgb[i], 0f, 1f) * 255f + 0.5f);
    }
    return new RgbImage(width, height, bytes);
  }

  /** The colours as floats [height][width][3] from 0 to 1. */
  public float[] toFloats() {
    float[] floats = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      floats[i] = (rgb[i] & 0xff) / 255f;
    }
    return floats;
  }

  /**
   * One channel of one pixel, from 0 to 255.
   *
   * @param column from the left
   * @param row from the top
   * @param channel 0 red, 1 green, 2 blue
   */
  public int channel(int column, int row, int channel) {
    return rgb[3 * (row * width + column) + channel] & 0xff;
  }

  /** The size in pixels. */
  public ImageSize size() {
    return new ImageSize(width, height);
  }
}
