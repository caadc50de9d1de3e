package org.clickgaussian.kernel;

/** Matrices of 64 × 64 bits: a long a row, bit j of it column j. */
final class BitMatrix {
  /** Rows and columns. */
  static final int SIDE = 64;

  private BitMatrix() {}

  /** Transposes a matrix in place: swaps quarters, then quarters of quarters, and so on. */
  static void transpose(long[] rows) {
    long low = 0x00000000FFFFFFFFL;
    for (int half = SIDE / 2; half > 0; half /= 2) {
      for (int from = 0; from < SIDE; from += 2 * half) {
        for (int i = from; i < from + half; i++) {
          long swapped = (rows[i] >>> half ^ rows[i + half]) & low;
          rows[i] ^= swapped << half;
          rows[i + half] ^= swapped;
        }
      }
      low ^= low << half / 2;
    }
  }

  /**
   * Which rows are not empty.
   *
   * @param filled set to a bit for each row that is not empty in columns 0 to 31, and one for each
   *     that is not in columns 32 to 63
   */
  static void filledRows(long[] rows, long[] filled) {
    long first = 0;
    long second = 0;
    for (int i = 0; i < SIDE; i++) {
      first |= (rows[i] << SIDE / 2 != 0 ? 1L : 0) << i;
      second |= (rows[i] >>> SIDE / 2 != 0 ? 1L : 0) << i;
    }
    filled[0] = first;
    filled[1] = second;
  }

  /** The same for the transpose: which columns are not empty in rows 0 to 31, and in 32 to 63. */
  static void filledColumns(long[] rows, long[] filled) {
    long first = 0;
    long second = 0;
    for (int i = 0; i < SIDE / 2; i++) {
      first |= rows[i];
      second |= rows[i + SIDE / 2];
    }
    filled[0] = first;
    filled[1] = second;
  }
}
