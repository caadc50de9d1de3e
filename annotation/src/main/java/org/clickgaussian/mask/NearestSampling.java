package org.clickgaussian.mask;

/** Which pixel of an old row or column a pixel of the new one shows: the one nearest in place. */
final class NearestSampling {
  private NearestSampling() {}

  /**
   * For every new pixel i the old pixel ⌊(i + ½) · oldSize / newSize⌋, in which its centre falls.
   *
   * @return int[newSize], ascending, each from 0 to oldSize − 1
   */
  static int[] sources(int oldSize, int newSize) {
    int[] sources = new int[newSize];
    for (int i = 0; i < newSize; i++) {
      sources[i] = (int) ((2L * i + 1) * oldSize / (2L * newSize));
    }
    return sources;
  }

  /**
   * The first new pixel that shows an old pixel at or after {@code oldStart}: the new pixels of the
   * old range [a, b) are [firstAtOrAfter(a), firstAtOrAfter(b)).
   */
  static int firstAtOrAfter(int oldStart, int oldSize, int newSize) {
    // The smallest i with (2i + 1) · oldSize ≥ 2 · newSize · oldStart.
    long needed = 2L * newSize * oldStart - oldSize;
    return needed <= 0 ? 0 : (int) Math.ceilDiv(needed, 2L * oldSize);
  }
}
