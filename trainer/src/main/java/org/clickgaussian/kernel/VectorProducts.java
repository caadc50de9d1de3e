package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of two pixels with four vectors of pixels: eight sums in registers, six loads for eight
 * multiply-adds.
 */
final class VectorProducts {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /** Pixels on one side. */
  private static final int ROWS = 2;

  /** Pixels on the other side: with vectors of 16 floats a whole block. */
  private static final int COLUMNS = 4 * LANES;

  private VectorProducts() {}

  /**
   * Writes the products of all pixels of two blocks.
   *
   * @param columns features by columns, see {@link PairTable}
   * @param p first pixel of a block
   * @param q first pixel of a block
   * @param products float[BLOCK · BLOCK], a row for each pixel of the first block
   */
  static void multiply(float[] columns, int dimensions, int p, int q, float[] products) {
    // One method of nested loops: too long to be inlined, which keeps its callers within what the
    // Java machine's compiler turns into vector code, and short enough to be compiled so itself.
    int end = dimensions * BLOCK;
    for (int i = 0; i < BLOCK; i += ROWS) {
      int mine = PairTable.place(p, dimensions) + i;
      for (int j = 0; j < BLOCK; j += COLUMNS) {
        int theirs = PairTable.place(q, dimensions) + j;
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
        FloatVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
        for (int d = 0; d < end; d += BLOCK) {
          FloatVector w = load(columns, theirs + d);
          FloatVector x = load(columns, theirs + d + LANES);
          FloatVector y = load(columns, theirs + d + 2 * LANES);
          FloatVector z = load(columns, theirs + d + 3 * LANES);
          FloatVector one = FloatVector.broadcast(FLOATS, columns[mine + d]);
          FloatVector two = FloatVector.broadcast(FLOATS, columns[mine + d + 1]);
          a0 = one.fma(w, a0);
          a1 = one.fma(x, a1);
          a2 = one.fma(y, a2);
          a3 = one.fma(z, a3);
          b0 = two.fma(w, b0);
          b1 = two.fma(x, b1);
          b2 = two.fma(y, b2);
          b3 = two.fma(z, b3);
        }
        store(a0, a1, a2, a3, products, i * BLOCK + j);
        store(b0, b1, b2, b3, products, (i + 1) * BLOCK + j);
      }
    }
  }

  /** Sets a row of bits for each row of products: one for each product above the margin. */
  static void compare(float[] products, float margin, long[] bits) {
    for (int i = 0; i < BLOCK; i++) {
      long row = 0;
      for (int j = 0; j < BLOCK; j += LANES) {
        row |= above(load(products, i * BLOCK + j), margin) << j;
      }
      bits[i] = row;
    }
  }

  /**
   * Adds share_p share_q times the products of another level, then does the same.
   *
   * @param products [BLOCK · BLOCK], changed
   * @param others the other level's products
   */
  static void addScaledAndCompare(
      float[] share, int p, int q, float[] products, float[] others, float margin, long[] bits) {
    for (int i = 0; i < BLOCK; i++) {
      FloatVector own = FloatVector.broadcast(FLOATS, share[p + i]);
      long row = 0;
      for (int j = 0; j < BLOCK; j += LANES) {
        int at = i * BLOCK + j;
        FloatVector scaled = load(others, at).mul(own);
        FloatVector sum = scaled.fma(load(share, q + j), load(products, at));
        sum.intoArray(products, at);
        row |= above(sum, margin) << j;
      }
      bits[i] = row;
    }
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }

  private static long above(FloatVector values, float margin) {
    return values.compare(VectorOperators.GT, margin).toLong();
  }

  private static void store(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] products, int at) {
    a.intoArray(products, at);
    b.intoArray(products, at + LANES);
    c.intoArray(products, at + 2 * LANES);
    d.intoArray(products, at + 3 * LANES);
  }
}
