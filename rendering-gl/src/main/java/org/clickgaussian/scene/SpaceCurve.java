package org.clickgaussian.scene;

import org.clickgaussian.work.Workers;

/**
 * Orders Gaussians along a Morton curve, so that neighbours in space lie close together in memory.
 *
 * <p>The curve runs through 65536³ cells of twice the box that holds the middle 98% of the centres
 * along each axis; whoever lies outside belongs to the nearest cell of the border. So a single
 * Gaussian far away does not take the resolution from the others.
 */
final class SpaceCurve {
  private static final int CELL_BITS = 16;
  private static final int DIGIT_BITS = 12;
  private static final int PIECE = 1 << 14;

  private SpaceCurve() {}

  /** The Gaussians in the order of the curve; those of one cell in the order of their indices. */
  static int[] order(GaussianScene scene, Workers workers) {
    long[] keys = keys(scene, workers);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] next = new int[order.length];
    for (int shift = 0; shift < 3 * CELL_BITS; shift += DIGIT_BITS) {
      sortByDigit(keys, shift, order, next);
      int[] sorted = next;
      next = order;
      order = sorted;
    }
    return order;
  }

  private static long[] keys(GaussianScene scene, Workers workers) {
    Bounds box = Bounds.robust(scene, 0.01).widened(2);
    long[] keys = new long[scene.count()];
    workers.forRanges(
        keys.length,
        PIECE,
        (piece, from, to) -> {
          for (int i = from; i < to; i++) {
            keys[i] = key(scene, i, box);
          }
        });
    return keys;
  }

  private static long key(GaussianScene scene, int i, Bounds box) {
    long key = 0;
    for (int axis = 0; axis < 3; axis++) {
      double low = box.min()[axis];
      double side = box.max()[axis] - low;
      double share = side > 0 ? (scene.position(i, axis) - low) / side : 0;
      long cells = 1L << CELL_BITS;
      long cell = Math.clamp((long) (share * cells), 0, cells - 1);
      key |= spread(cell) << axis;
    }
    return key;
  }

  /** Moves bit b of a cell number to bit 3b. */
  private static long spread(long cell) {
    long bits = cell;
    bits = (bits | bits << 16) & 0x0000ff0000ffL;
    bits = (bits | bits << 8) & 0x00f00f00f00fL;
    bits = (bits | bits << 4) & 0x0c30c30c30c3L;
    bits = (bits | bits << 2) & 0x249249249249L;
    return bits;
  }

  /** One pass of a radix sort, which keeps the order of equal digits. */
  private static void sortByDigit(long[] keys, int shift, int[] order, int[] sorted) {
    int digits = 1 << DIGIT_BITS;
    int[] starts = new int[digits + 1];
    for (long key : keys) {
      starts[(int) (key >>> shift & digits - 1) + 1]++;
    }
    for (int digit = 0; digit < digits; digit++) {
      starts[digit + 1] += starts[digit];
    }
    for (int i : order) {
      int digit = (int) (keys[i] >>> shift & digits - 1);
      sorted[starts[digit]] = i;
      starts[digit]++;
    }
  }
}
