package org.clickgaussian.truth;

import java.nio.file.Path;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;

/** Regions as PNG images: what is brighter than 128 of 255 belongs to the region. */
public final class TruthPng {
  private static final int THRESHOLD = 128;
  private static final int WHITE = 255;

  private TruthPng() {}

  /**
   * Reads a region from any PNG or JPEG; of colours the mean of red, green and blue counts, rounded
   * down.
   *
   * @throws InputException if the file is no image or has too many pixels
   */
  public static BitMask read(Path file) {
    ImageSize size = ImageFiles.size(file);
    if (!BitMask.isPossibleSize(size.width(), size.height())) {
      throw InputException.in(file, "is too large for a mask; scale it down");
    }
    // As colours, since those of images with a palette or 1 bit a pixel are what a person sees.
    RgbImage image = ImageFiles.readRgb(file);
    byte[] rgb = image.rgb();
    BitMask mask = new BitMask(image.width(), image.height());
    for (int y = 0, in = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++, in += 3) {
        int sum = (rgb[in] & 0xff) + (rgb[in + 1] & 0xff) + (rgb[in + 2] & 0xff);
        if (sum / 3 > THRESHOLD) {
          mask.set(x, y);
        }
      }
    }
    return mask;
  }

  /**
   * Writes a region in white on black.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, BitMask mask) {
    int[] grey = new int[mask.width() * mask.height()];
    for (int y = 0, out = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        grey[out++] = mask.get(x, y) ? WHITE : 0;
      }
    }
    ImageFiles.writePng(file, new GreyImage(mask.width(), mask.height(), grey));
  }
}
