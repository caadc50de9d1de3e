package org.clickgaussian.image;

/** Makes images smaller. */
public final class ImageScaling {
  private ImageScaling() {}

  /**
   * An image with the same proportions that fits into a size; smaller ones stay as they are. A
   * pixel of the result is the mean of the pixels that it covers.
   *
   * @param mostWidth at least 1
   * @param mostHeight at least 1
   */
  public static RgbImage fitting(RgbImage image, int mostWidth, int mostHeight) {
    double scale =
        Math.min(mostWidth / (double) image.width(), mostHeight / (double) image.height());
    if (scale >= 1) {
      return image;
    }
    int width = Math.max(1, (int) Math.round(scale * image.width()));
    int height = Math.max(1, (int) Math.round(scale * image.height()));
    byte[] small = new byte[3 * width * height];
    int[] columns = borders(image.width(), width);
    int[] rows = borders(image.height(), height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        mean(image, columns[x], columns[x + 1], rows[y], rows[y + 1], small, 3 * (y * width + x));
      }
    }
    return new RgbImage(width, height, small);
  }

  /** Where each of {@code pieces} parts of 0 … length begins; each is at least 1 long. */
  private static int[] borders(int length, int pieces) {
    int[] borders = new int[pieces + 1];
    for (int i = 0; i <= pieces; i++) {
      borders[i] = (int) ((long) length * i / pieces);
    }
    return borders;
  }

  private static void mean(
      RgbImage image, int left, int right, int top, int bottom, byte[] out, int at) {
    byte[] rgb = image.rgb();
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      int in = 3 * (y * image.width() + left);
      for (int x = left; x < right; x++, in += 3) {
        red += rgb[in] & 0xff;
        green += rgb[in + 1] & 0xff;
        blue += rgb[in + 2] & 0xff;
      }
    }
    int count = (right - left) * (bottom - top);
    out[at] = (byte) ((red + count / 2) / count);
    out[at + 1] = (byte) ((green + count / 2) / count);
    out[at + 2] = (byte) ((blue + count / 2) / count);
  }
}
