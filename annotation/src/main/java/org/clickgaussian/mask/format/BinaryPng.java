package org.clickgaussian.mask.format;

import java.nio.file.Path;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.RunLength;

/** One region as an image: what is brighter than half of the brightest value is inside. */
final class BinaryPng {
  private BinaryPng() {}

  /**
   * Reads a region.
   *
   * @throws InputException if the file is no image or too large
   */
  static RunLength read(Path file) {
    if (!BitMask.isPossibleSize(ImageFiles.size(file).width(), ImageFiles.size(file).height())) {
      throw InputException.in(file, "is too large for a mask; scale it down");
    }
    GreyImage image = ImageFiles.readGrey(file);
    int largest = image.largest();
    BitMask mask = new BitMask(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (2 * image.value(x, y) > largest) {
          mask.set(x, y);
        }
      }
    }
    return RunLength.encode(mask);
  }
}
