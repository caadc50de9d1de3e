package org.clickgaussian.mask;

import java.util.Random;

/** Random regions for tests: blobs of rectangles with sprinkled pixels. */
public final class RandomMasks {
  private RandomMasks() {}

  /** A region that the seed decides. */
  public static BitMask of(int width, int height, long seed) {
    Random random = new Random(seed);
    BitMask mask = new BitMask(width, height);
    for (int rectangle = random.nextInt(4); rectangle > 0; rectangle--) {
      int x0 = random.nextInt(width);
      int x1 = x0 + random.nextInt(width - x0) + 1;
      int y0 = random.nextInt(height);
      int y1 = y0 + random.nextInt(height - y0) + 1;
      for (int y = y0; y < y1; y++) {
        mask.setRow(y, x0, x1);
      }
    }
    for (int i = random.nextInt(1 + width * height / 20); i > 0; i--) {
      mask.flip(random.nextInt(width), random.nextInt(height));
    }
    return mask;
  }
}
