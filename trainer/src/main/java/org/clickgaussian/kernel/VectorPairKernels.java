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
  private static final int ROWS = VectorProducts.ROWS;

  /** From this many pairs of a pixel and a block on whole vectors are added. */
  private static final int MANY = 12;

  @Override
  public void addBlockPair(PairTable table, int p, int q, Margins margins, Scratch scratch) {
    LevelSums coarse =
        new LevelSums(
            table.coarseSegments,
            table.coarseRows,
            table.coarseStride,
            table.coarseSums,
            table.coarseSimilarity,
            margins.coarse(),
            scratch.lanes());
    LevelSums fine =
        new LevelSums(
            table.fineSegments,
            table.fineRows,
            table.fineStride,
            table.fineSums,
            table.fineSimilarity,
            margins.fine(),
            scratch.lanes());
    for (int i = p; i < p + BLOCK; i += ROWS) {
      if (coarseProducts(table, i, q, margins.coarse(), scratch.coarse())) {
        coarse.add(i, q, scratch.coarse());
      }
      if (margins.fine() != Margins.OFF
          && fineProducts(table, i, q, margins.fine(), scratch.coarse(), scratch.fine())) {
        fine.add(i, q, scratch.fine());
      }
    }
  }

  /** S_coarse of four pixels with a block; returns whether any is above the margin. */
  private static boolean coarseProducts(
      PairTable table, int p, int q, float margin, float[] products) {
    boolean above = false;
    for (int j = 0; j < BLOCK; j += VectorProducts.COLUMNS) {
      above |=
          VectorProducts.multiply(
              table.coarseColumns, table.coarseDimensions, table.size, p, q, margin, products, j);
    }
    return above;
  }

  /** S_fine from S_coarse; returns whether any is above the margin. */
  private static boolean fineProducts(
      PairTable table, int p, int q, float margin, float[] coarse, float[] products) {
    boolean above = false;
    for (int j = 0; j < BLOCK; j += VectorProducts.COLUMNS) {
      VectorProducts.multiply(
          table.fineColumns, table.fineDimensions, table.size, p, q, margin, products, j);
      above |= VectorProducts.addScaled(table.coarseShare, p, q, margin, products, coarse, j);
    }
    return above;
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }

  /** The sums of one level. */
  private record LevelSums(
      int[] segments,
      float[] rows,
      int stride,
      float[] sums,
      float[] similarity,
      float margin,
      float[] lanes) {

    /** Adds the pairs above the margin among four pixels and a block. */
    void add(int p, int q, float[] products) {
      for (int i = 0; i < ROWS; i++) {
        if (segments[p + i] != 0) {
          long counted = counted(p + i, q, products, i * BLOCK);
          if (counted != 0) {
            addRows(p + i, q, counted);
            if (Long.bitCount(counted) < MANY) {
              addFew(p + i, q, counted, products, i * BLOCK);
            } else {
              addMany(p + i, q, counted, products, i * BLOCK);
            }
          }
        }
      }
    }

    /** A bit for each pixel of the block that counts with one pixel. */
    private long counted(int p, int q, float[] products, int at) {
      long bits = 0;
      for (int j = 0; j < BLOCK; j += LANES) {
        IntVector segment = IntVector.fromArray(INTS, segments, q + j);
        VectorMask<Float> counted =
            segment
                .compare(VectorOperators.NE, segments[p])
                .and(segment.compare(VectorOperators.NE, 0))
                .cast(FLOATS)
                .and(load(products, at + j).compare(VectorOperators.GT, margin));
        bits |= counted.toLong() << j;
      }
      return p / BLOCK == q / BLOCK ? bits & after(p) : bits;
    }

    /** Within a block each pair counts once: bits of the pixels after p. */
    private static long after(int p) {
      int place = p % BLOCK;
      return place == BLOCK - 1 ? 0 : -1L << place + 1;
    }

    private void addFew(int p, int q, long pairs, float[] products, int at) {
      float sum = similarity[p];
      for (long open = pairs; open != 0; open &= open - 1) {
        int j = Long.numberOfTrailingZeros(open);
        sum += products[at + j];
        similarity[q + j] += products[at + j];
      }
      similarity[p] = sum;
    }

    private void addMany(int p, int q, long pairs, float[] products, int at) {
      FloatVector sum = FloatVector.zero(FLOATS);
      for (int j = 0; j < BLOCK; j += LANES) {
        VectorMask<Float> counted = VectorMask.fromLong(FLOATS, pairs >>> j);
        FloatVector product = load(products, at + j);
        sum = sum.add(product, counted);
        load(similarity, q + j).add(product, counted).intoArray(similarity, q + j);
      }
      // Not reduceLanes, whose order differs between interpreted and compiled code.
      sum.intoArray(lanes, 0);
      float total = 0;
      for (int lane = 0; lane < LANES; lane++) {
        total += lanes[lane];
      }
      similarity[p] += total;
    }

    private void addRows(int p, int q, long pairs) {
      for (int d = 0; d < stride; d += LANES) {
        FloatVector own = load(rows, p * stride + d);
        FloatVector sum = load(sums, p * stride + d);
        for (long open = pairs; open != 0; open &= open - 1) {
          int other = (q + Long.numberOfTrailingZeros(open)) * stride + d;
          sum = sum.add(load(rows, other));
          load(sums, other).add(own).intoArray(sums, other);
        }
        sum.intoArray(sums, p * stride + d);
      }
    }
  }
}
