package org.clickgaussian.samples;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.clickgaussian.mask.RunLength;

/**
 * Some pixels of an image, numbered column by column (x · height + y), ascending.
 *
 * @param pixels the numbers
 */
record Region(int[] pixels) {
  int area() {
    return pixels.length;
  }

  /** The pixels for which something holds. */
  Region where(IntPredicate holds) {
    return new Region(Arrays.stream(pixels).filter(holds).toArray());
  }

  /** The pixels of either region. */
  Region or(Region other) {
    int[] union = new int[pixels.length + other.pixels.length];
    int count = 0;
    int a = 0;
    int b = 0;
    while (a < pixels.length || b < other.pixels.length) {
      int mine = a < pixels.length ? pixels[a] : Integer.MAX_VALUE;
      int theirs = b < other.pixels.length ? other.pixels[b] : Integer.MAX_VALUE;
      union[count++] = Math.min(mine, theirs);
      a += mine <= theirs ? 1 : 0;
      b += theirs <= mine ? 1 : 0;
    }
    return new Region(Arrays.copyOf(union, count));
  }

  /** The region as run lengths, which take the pixels in the same order. */
  RunLength runs(int width, int height) {
    int[] counts = new int[2 * pixels.length + 1];
    int runs = 0;
    int end = 0;
    for (int i = 0; i < pixels.length; ) {
      int start = i;
      while (i + 1 < pixels.length && pixels[i + 1] == pixels[i] + 1) {
        i++;
      }
      counts[runs++] = pixels[start] - end;
      counts[runs++] = i - start + 1;
      end = pixels[i] + 1;
      i++;
    }
    counts[runs++] = width * height - end;
    return RunLength.of(width, height, Arrays.copyOf(counts, runs));
  }
}
