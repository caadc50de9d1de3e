package org.clickgaussian.mask;

import java.util.Arrays;
import org.clickgaussian.io.InputException;

/** Collects runs, merges neighbours of the same kind, and checks that they fill the image. */
final class RunBuilder {
  private final int width;
  private final int height;
  private final long pixels;
  private int[] runs = new int[16];
  private int count;
  private long total;

  RunBuilder(int width, int height) {
    if (!BitMask.isPossibleSize(width, height)) {
      throw new InputException(
          "a mask of %d × %d pixels cannot be; its sides must be at least 1 and its pixels at most %d"
              .formatted(width, height, BitMask.MAX_PIXELS));
    }
    this.width = width;
    this.height = height;
    this.pixels = (long) width * height;
  }

  /**
   * Appends a run.
   *
   * @throws InputException if the length is negative or passes the end of the image
   */
  void add(boolean inside, long length) {
    if (length < 0) {
      throw new InputException("a run of the mask has the negative length " + length);
    }
    if (length > pixels - total) {
      throw new InputException(
          "the runs of the mask pass its %d × %d pixels".formatted(width, height));
    }
    total += length;
    if (length == 0) {
      return;
    }
    if (count == 0 && inside) {
      append(0);
    }
    boolean lastInside = count % 2 == 0;
    if (count > 0 && lastInside == inside) {
      runs[count - 1] += (int) length;
    } else {
      append((int) length);
    }
  }

  /**
   * The region.
   *
   * @throws InputException if the runs do not fill the image
   */
  RunLength build() {
    if (total != pixels) {
      throw new InputException(
          "the runs of the mask sum to %d, not to its %d × %d pixels"
              .formatted(total, width, height));
    }
    return RunLength.ofNormal(width, height, Arrays.copyOf(runs, count));
  }

  private void append(int length) {
    if (count == runs.length) {
      runs = Arrays.copyOf(runs, 2 * count);
    }
    runs[count++] = length;
  }
}
