package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of four pixels with four vectors of pixels: sixteen sums in registers, eight loads for
 * sixteen multiply-adds. The method is too long to be inlined, which keeps its callers within what
 * the Java machine's compiler turns into vector code.
 */
final class VectorProducts {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /** Pixels on one side. */
  private static final int ROWS = 4;

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
    int mine = PairTable.place(p, dimensions);
    int theirs = PairTable.place(q, dimensions);
    for (int i = 0; i < BLOCK; i += ROWS) {
      for (int j = 0; j < BLOCK; j += COLUMNS) {
        multiply(columns, dimensions, mine + i, theirs + j, products, i * BLOCK + j);
      }
    }
  }

  private static void multiply(
      float[] columns, int dimensions, int first, int others, float[] products, int at) {
    FloatVector zero = FloatVector.zero(FLOATS);
    FloatVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
    FloatVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
    FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
    FloatVector d0 = zero, d1 = zero, d2 = zero, d3 = zero;
    int mine = first;
    int theirs = others;
    for (int d = 0; d < dimensions; d++) {
      FloatVector w = load(columns, theirs);
      FloatVector x = load(columns, theirs + LANES);
      FloatVector y = load(columns, theirs + 2 * LANES);
      FloatVector z = load(columns, theirs + 3 * LANES);
      FloatVector factor = FloatVector.broadcast(FLOATS, columns[mine]);
      a0 = factor.fma(w, a0);
      a1 = factor.fma(x, a1);
      a2 = factor.fma(y, a2);
      a3 = factor.fma(z, a3);
      factor = FloatVector.broadcast(FLOATS, columns[mine + 1]);
      b0 = factor.fma(w, b0);
      b1 = factor.fma(x, b1);
      b2 = factor.fma(y, b2);
      b3 = factor.fma(z, b3);
      factor = FloatVector.broadcast(FLOATS, columns[mine + 2]);
      c0 = factor.fma(w, c0);
      c1 = factor.fma(x, c1);
      c2 = factor.fma(y, c2);
      c3 = factor.fma(z, c3);
      factor = FloatVector.broadcast(FLOATS, columns[mine + 3]);
      d0 = factor.fma(w, d0);
      d1 = factor.fma(x, d1);
      d2 = factor.fma(y, d2);
      d3 = factor.fma(z, d3);
      mine += BLOCK;
      theirs += BLOCK;
    }
    store(a0, a1, a2, a3, products, at);
    store(b0, b1, b2, b3, products, at + BLOCK);
    store(c0, c1, c2, c3, products, at + 2 * BLOCK);
    store(d0, d1, d2, d3, products, at + 3 * BLOCK);
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
