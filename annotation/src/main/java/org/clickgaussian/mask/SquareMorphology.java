package org.clickgaussian.mask;

import java.util.Arrays;

/** Erosion of packed bit rows by squares, rows first and then columns. */
final class SquareMorphology {
  private SquareMorphology() {}

  /**
   * The bits whose square of 2 · distance + 1 pixels a side holds only ones.
   *
   * @param words rows of ⌈width / 64⌉ words
   * @param outside what pixels beyond the image count as
   * @return new words of the same layout
   */
  static long[] erode(long[] words, int width, int height, int distance, boolean outside) {
    if (distance < 0) {
      throw new IllegalArgumentException("a negative distance: " + distance);
    }
    int wordsPerRow = (width + 63) >>> 6;
    if (distance == 0) {
      return words.clone();
    }
    long[] rowsDone = new long[words.length];
    for (int y = 0; y < height; y++) {
      erodeRow(words, rowsDone, y * wordsPerRow, width, distance, outside);
    }
    return erodeColumns(rowsDone, wordsPerRow, height, distance, outside);
  }

  /** Shortens every run of ones by the distance at both ends. */
  private static void erodeRow(
      long[] words, long[] eroded, int offset, int width, int distance, boolean outside) {
    int end = 0;
    while (end < width) {
      int start = next(words, offset, end, width, 0);
      end = next(words, offset, start, width, -1L);
      long from = start == 0 && outside ? 0 : (long) start + distance;
      long to = end == width && outside ? width : (long) end - distance;
      if (start < end && from < to) {
        fill(eroded, offset, (int) from, (int) to);
      }
    }
  }

  /** The first bit at or after {@code from} that differs from the bits of {@code of}, or width. */
  private static int next(long[] words, int offset, int from, int width, long of) {
    int bit = from;
    while (bit < width) {
      long different = (words[offset + (bit >>> 6)] ^ of) >>> bit;
      if (different != 0) {
        return Math.min(width, bit + Long.numberOfTrailingZeros(different));
      }
      bit = (bit | 63) + 1;
    }
    return width;
  }

  private static void fill(long[] words, int offset, int from, int to) {
    int first = offset + (from >>> 6);
    int last = offset + (to - 1 >>> 6);
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      words[first] |= head & tail;
      return;
    }
    words[first] |= head;
    Arrays.fill(words, first + 1, last, -1L);
    words[last] |= tail;
  }

  /**
   * Every row becomes the AND of the rows within the distance. Windows of a power of two rows are
   * built by doubling; two of them that overlap make a window of any length.
   */
  private static long[] erodeColumns(
      long[] rows, int wordsPerRow, int height, int distance, boolean outside) {
    // A window cannot need more rows than reach beyond both borders.
    int reach = Math.min(distance, height);
    int window = 2 * reach + 1;
    int padded = height + 2 * reach;
    long[] windows = new long[Math.multiplyExact(padded, wordsPerRow)];
    if (outside) {
      Arrays.fill(windows, -1L);
    }
    System.arraycopy(rows, 0, windows, reach * wordsPerRow, rows.length);
    int length = 1;
    while (2 * length <= window) {
      andWithLater(windows, length * wordsPerRow);
      length *= 2;
    }
    long[] eroded = new long[rows.length];
    int second = (window - length) * wordsPerRow;
    for (int w = 0; w < eroded.length; w++) {
      eroded[w] = windows[w] & windows[w + second];
    }
    return eroded;
  }

  private static void andWithLater(long[] windows, int shift) {
    for (int w = 0; w + shift < windows.length; w++) {
      windows[w] &= windows[w + shift];
    }
  }
}
