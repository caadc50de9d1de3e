package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PairKernels} on the Vector API. Four pixels of one block meet a whole other block: their
 * products are summed in registers over d, from columns; only where one exceeds the margin are
 * segments compared, and only for pairs that count are rows added.
 */
final class VectorPairKernels implements PairKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final int LANES = FLOATS.length();
  private static final int ROWS = 4;

  @Override
  public void addBlockPair(PairTable table, int p, int q, Margins margins, float[] scratch) {
    LevelSums coarse =
        new LevelSums(
            table.coarseSegments,
            table.coarseRows,
            table.coarseStride,
            table.coarseSums,
            table.coarseSimilarity,
            margins.coarse());
    LevelSums fine =
        new LevelSums(
            table.fineSegments,
            table.fineRows,
            table.fineStride,
            table.fineSums,
            table.fineSimilarity,
            margins.fine());
    for (int i = p; i < p + BLOCK; i += ROWS) {
      if (multiply(table, i, q, margins.coarse(), scratch)) {
        coarse.add(i, q, scratch);
      }
      if (margins.fine() != Margins.OFF && multiplyOn(table, i, q, margins.fine(), scratch)) {
        fine.add(i, q, scratch);
      }
    }
  }

  /** S_coarse of four pixels with a block; returns whether any is above the margin. */
  private static boolean multiply(PairTable table, int p, int q, float margin, float[] products) {
    boolean above = false;
    for (int j = 0; j < BLOCK; j += 2 * LANES) {
      above |=
          multiply(
              table.coarseColumns,
              table.coarseDimensions,
              table.size,
              p,
              q,
              false,
              margin,
              products,
              j);
    }
    return above;
  }

  /** S_fine from S_coarse; returns whether any is above the margin. */
  private static boolean multiplyOn(PairTable table, int p, int q, float margin, float[] products) {
    boolean above = false;
    for (int j = 0; j < BLOCK; j += 2 * LANES) {
      scale(table.coarseShare, p, q + j, products, j);
      above |=
          multiply(
              table.fineColumns, table.fineDimensions, table.size, p, q, true, margin, products, j);
    }
    return above;
  }

  /** a_p a_q S_coarse, in place. */
  private static void scale(float[] share, int p, int q, float[] products, int at) {
    FloatVector x = load(share, q);
    FloatVector y = load(share, q + LANES);
    for (int i = 0; i < ROWS; i++) {
      int row = at + i * BLOCK;
      load(products, row).mul(x).mul(share[p + i]).intoArray(products, row);
      load(products, row + LANES).mul(y).mul(share[p + i]).intoArray(products, row + LANES);
    }
  }

  private static FloatVector start(boolean onto, float[] products, int at) {
    return onto ? load(products, at) : FloatVector.zero(FLOATS);
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }

  /**
   * Products of four pixels with two vectors of pixels, in eight registers; returns whether one is
   * above the margin.
   */
  private static boolean multiply(
      float[] columns,
      int dimensions,
      int size,
      int p,
      int q,
      boolean onto,
      float margin,
      float[] products,
      int at) {
    FloatVector a0 = start(onto, products, at);
    FloatVector a1 = start(onto, products, at + LANES);
    FloatVector b0 = start(onto, products, at + BLOCK);
    FloatVector b1 = start(onto, products, at + BLOCK + LANES);
    FloatVector c0 = start(onto, products, at + 2 * BLOCK);
    FloatVector c1 = start(onto, products, at + 2 * BLOCK + LANES);
    FloatVector d0 = start(onto, products, at + 3 * BLOCK);
    FloatVector d1 = start(onto, products, at + 3 * BLOCK + LANES);
    for (int d = 0; d < dimensions; d++) {
      int column = d * size;
      FloatVector x = load(columns, column + q + at);
      FloatVector y = load(columns, column + q + at + LANES);
      FloatVector a = FloatVector.broadcast(FLOATS, columns[column + p]);
      FloatVector b = FloatVector.broadcast(FLOATS, columns[column + p + 1]);
      FloatVector c = FloatVector.broadcast(FLOATS, columns[column + p + 2]);
      FloatVector e = FloatVector.broadcast(FLOATS, columns[column + p + 3]);
      a0 = a.fma(x, a0);
      a1 = a.fma(y, a1);
      b0 = b.fma(x, b0);
      b1 = b.fma(y, b1);
      c0 = c.fma(x, c0);
      c1 = c.fma(y, c1);
      d0 = e.fma(x, d0);
      d1 = e.fma(y, d1);
    }
    a0.intoArray(products, at);
    a1.intoArray(products, at + LANES);
    b0.intoArray(products, at + BLOCK);
    b1.intoArray(products, at + BLOCK + LANES);
    c0.intoArray(products, at + 2 * BLOCK);
    c1.intoArray(products, at + 2 * BLOCK + LANES);
    d0.intoArray(products, at + 3 * BLOCK);
    d1.intoArray(products, at + 3 * BLOCK + LANES);
    return a0.max(a1)
        .max(b0.max(b1))
        .max(c0.max(c1).max(d0.max(d1)))
        .compare(VectorOperators.GT, margin)
        .anyTrue();
  }

  /** The sums of one level. */
  private record LevelSums(
      int[] segments, float[] rows, int stride, float[] sums, float[] similarity, float margin) {

    /** Adds the pairs above the margin among four pixels and a block. */
    void add(int p, int q, float[] products) {
      for (int i = 0; i < ROWS; i++) {
        if (segments[p + i] != 0) {
          addRow(p + i, q, products, i * BLOCK);
        }
      }
    }

    private void addRow(int p, int q, float[] products, int at) {
      FloatVector ownSimilarity = FloatVector.zero(FLOATS);
      for (int j = 0; j < BLOCK; j += LANES) {
        FloatVector product = load(products, at + j);
        VectorMask<Float> above = product.compare(VectorOperators.GT, margin);
        if (above.anyTrue()) {
          VectorMask<Float> counted = above.and(others(p, q + j));
          long lanes = counted.toLong();
          if (lanes != 0) {
            ownSimilarity = ownSimilarity.add(product, counted);
            load(similarity, q + j).add(product, counted).intoArray(similarity, q + j);
            addRows(p, q + j, lanes);
          }
        }
      }
      similarity[p] += ownSimilarity.reduceLanes(VectorOperators.ADD);
    }

    /** Lanes whose pixel comes after p where blocks overlap, and has another segment. */
    private VectorMask<Float> others(int p, int q) {
      IntVector segment = IntVector.fromArray(INTS, segments, q);
      VectorMask<Integer> other =
          segment
              .compare(VectorOperators.NE, segments[p])
              .and(segment.compare(VectorOperators.NE, 0));
      if (p / BLOCK == q / BLOCK) {
        IntVector number = IntVector.broadcast(INTS, q).addIndex(1);
        other = other.and(number.compare(VectorOperators.GT, p));
      }
      return other.cast(FLOATS);
    }

    private void addRows(int p, int q, long lanes) {
      for (int d = 0; d < stride; d += LANES) {
        FloatVector own = load(rows, p * stride + d);
        FloatVector sum = load(sums, p * stride + d);
        for (long open = lanes; open != 0; open &= open - 1) {
          int other = (q + Long.numberOfTrailingZeros(open)) * stride + d;
          sum = sum.add(load(rows, other));
          load(sums, other).add(own).intoArray(sums, other);
        }
        sum.intoArray(sums, p * stride + d);
      }
    }
  }
}
