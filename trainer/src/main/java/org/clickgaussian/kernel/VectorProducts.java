package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of four pixels with four vectors of pixels: sixteen sums in registers, eight loads for
 * sixteen multiply-adds.
 */
final class VectorProducts {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /** Pixels on one side. */
  static final int ROWS = 4;

  /** Pixels on the other side: with vectors of 16 floats a whole block. */
  static final int COLUMNS = 4 * LANES;

  private VectorProducts() {}

  /**
   * Writes the products of pixels p … p + 3 and q + at … q + at + COLUMNS − 1.
   *
   * @param columns [d][size]
   * @param products [4][BLOCK], written from column {@code at} on
   * @return whether one is above the margin
   */
  static boolean multiply(
      float[] columns,
      int dimensions,
      int size,
      int p,
      int q,
      float margin,
      float[] products,
      int at) {
    FloatVector zero = FloatVector.zero(FLOATS);
    FloatVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
    FloatVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
    FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
    FloatVector d0 = zero, d1 = zero, d2 = zero, d3 = zero;
    int mine = p;
    int theirs = q + at;
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
      mine += size;
      theirs += size;
    }
    return store(a0, a1, a2, a3, products, at)
        .max(store(b0, b1, b2, b3, products, at + BLOCK))
        .max(
            store(c0, c1, c2, c3, products, at + 2 * BLOCK)
                .max(store(d0, d1, d2, d3, products, at + 3 * BLOCK)))
        .compare(VectorOperators.GT, margin)
        .anyTrue();
  }

  /**
   * Adds share_p share_q times the products of another level.
   *
   * @param products [4][BLOCK], changed from column {@code at} on
   * @param others the other level's products
   * @return whether one is above the margin
   */
  static boolean addScaled(
      float[] share, int p, int q, float margin, float[] products, float[] others, int at) {
    FloatVector most = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < ROWS; i++) {
      FloatVector mine = FloatVector.broadcast(FLOATS, share[p + i]);
      for (int j = at; j < at + COLUMNS; j += 2 * LANES) {
        FloatVector one = addScaled(share, q + j, mine, products, others, i * BLOCK + j);
        int next = j + LANES;
        FloatVector two = addScaled(share, q + next, mine, products, others, i * BLOCK + next);
        most = most.max(one.max(two));
      }
    }
    return most.compare(VectorOperators.GT, margin).anyTrue();
  }

  private static FloatVector addScaled(
      float[] share, int q, FloatVector mine, float[] products, float[] others, int place) {
    FloatVector scaled = load(others, place).mul(mine);
    FloatVector sum = scaled.fma(load(share, q), load(products, place));
    sum.intoArray(products, place);
    return sum;
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }

  /** Stores four vectors; returns their maximum. */
  private static FloatVector store(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] products, int at) {
    a.intoArray(products, at);
    b.intoArray(products, at + LANES);
    c.intoArray(products, at + 2 * LANES);
    d.intoArray(products, at + 3 * LANES);
    return a.max(b).max(c.max(d));
  }
}
