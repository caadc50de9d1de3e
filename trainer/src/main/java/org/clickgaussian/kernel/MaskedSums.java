package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a matrix of bits with a block of features: sums[d][j] += Σ_i bit_ij · columns[d][i],
 * over the rows i that are not empty, in ascending order. Sums stay in registers, two vectors of j
 * for six d; a bit says whether a lane takes part in an addition.
 */
final class MaskedSums {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int DEPTH = 6;

  private MaskedSums() {}

  /**
   * Adds the product.
   *
   * @param bits long[BLOCK], the rows of the matrix
   * @param filled a bit for each row that is not empty in its first and in its second half
   * @param columns features [d][BLOCK] from {@code from} on
   * @param sums sums [d][BLOCK] from {@code to} on
   */
  static void add(
      long[] bits, long[] filled, int dimensions, float[] columns, int from, float[] sums, int to) {
    for (int lane = 0; lane < BLOCK; lane += 2 * LANES) {
      long open = filled[2 * lane / BLOCK];
      int d = 0;
      for (; d + DEPTH <= dimensions; d += DEPTH) {
        addDeep(bits, open, lane, columns, from + d * BLOCK, sums, to + d * BLOCK + lane);
      }
      for (; d < dimensions; d++) {
        addOne(bits, open, lane, columns, from + d * BLOCK, sums, to + d * BLOCK + lane);
      }
    }
  }

  private static void addDeep(
      long[] bits, long filled, int lane, float[] columns, int from, float[] sums, int to) {
    FloatVector a0 = load(sums, to), b0 = load(sums, to + LANES);
    FloatVector a1 = load(sums, to + BLOCK), b1 = load(sums, to + BLOCK + LANES);
    FloatVector a2 = load(sums, to + 2 * BLOCK), b2 = load(sums, to + 2 * BLOCK + LANES);
    FloatVector a3 = load(sums, to + 3 * BLOCK), b3 = load(sums, to + 3 * BLOCK + LANES);
    FloatVector a4 = load(sums, to + 4 * BLOCK), b4 = load(sums, to + 4 * BLOCK + LANES);
    FloatVector a5 = load(sums, to + 5 * BLOCK), b5 = load(sums, to + 5 * BLOCK + LANES);
    for (long open = filled; open != 0; open &= open - 1) {
      int row = Long.numberOfTrailingZeros(open);
      long counted = bits[row] >>> lane;
      VectorMask<Float> left = VectorMask.fromLong(FLOATS, counted);
      VectorMask<Float> right = VectorMask.fromLong(FLOATS, counted >>> LANES);
      int at = from + row;
      FloatVector value = FloatVector.broadcast(FLOATS, columns[at]);
      a0 = a0.add(value, left);
      b0 = b0.add(value, right);
      value = FloatVector.broadcast(FLOATS, columns[at + BLOCK]);
      a1 = a1.add(value, left);
      b1 = b1.add(value, right);
      value = FloatVector.broadcast(FLOATS, columns[at + 2 * BLOCK]);
      a2 = a2.add(value, left);
      b2 = b2.add(value, right);
      value = FloatVector.broadcast(FLOATS, columns[at + 3 * BLOCK]);
      a3 = a3.add(value, left);
      b3 = b3.add(value, right);
      value = FloatVector.broadcast(FLOATS, columns[at + 4 * BLOCK]);
      a4 = a4.add(value, left);
      b4 = b4.add(value, right);
      value = FloatVector.broadcast(FLOATS, columns[at + 5 * BLOCK]);
      a5 = a5.add(value, left);
      b5 = b5.add(value, right);
    }
    store(a0, b0, sums, to);
    store(a1, b1, sums, to + BLOCK);
    store(a2, b2, sums, to + 2 * BLOCK);
    store(a3, b3, sums, to + 3 * BLOCK);
    store(a4, b4, sums, to + 4 * BLOCK);
    store(a5, b5, sums, to + 5 * BLOCK);
  }

  private static void addOne(
      long[] bits, long filled, int lane, float[] columns, int from, float[] sums, int to) {
    FloatVector a = load(sums, to);
    FloatVector b = load(sums, to + LANES);
    for (long open = filled; open != 0; open &= open - 1) {
      int row = Long.numberOfTrailingZeros(open);
      long counted = bits[row] >>> lane;
      FloatVector value = FloatVector.broadcast(FLOATS, columns[from + row]);
      a = a.add(value, VectorMask.fromLong(FLOATS, counted));
      b = b.add(value, VectorMask.fromLong(FLOATS, counted >>> LANES));
    }
    store(a, b, sums, to);
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }

  private static void store(FloatVector a, FloatVector b, float[] sums, int at) {
    a.intoArray(sums, at);
    b.intoArray(sums, at + LANES);
  }
}
