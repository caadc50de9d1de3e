package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PairKernels} on the Vector API. First all similarities of two blocks are compared with the
 * margins, which leaves a matrix of bits for each level, one for each pair that counts. Sums over
 * such pairs are products of this matrix with the features of one block, and of its transpose with
 * those of the other.
 */
final class VectorPairKernels implements PairKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final int LANES = FLOATS.length();

  @Override
  public void addBlockPair(PairTable table, int p, int q, Margins margins, Scratch scratch) {
    float[] coarse = scratch.coarseProducts();
    VectorProducts.multiply(table.coarseColumns, table.coarseDimensions, p, q, coarse);
    if (margins.coarse() != Margins.OFF) {
      VectorProducts.compare(coarse, margins.coarse(), scratch.coarse());
      if (keepCounted(table.coarseSegments, p, q, scratch.coarse())) {
        addSums(
            table.coarseColumns,
            table.coarseSums,
            table.coarseDimensions,
            p,
            q,
            scratch.coarse(),
            scratch);
      }
    }
    if (margins.fine() != Margins.OFF) {
      float[] fine = scratch.fineProducts();
      VectorProducts.multiply(table.fineColumns, table.fineDimensions, p, q, fine);
      VectorProducts.addScaledAndCompare(
          table.coarseShare, p, q, fine, coarse, margins.fine(), scratch.fine());
      if (keepCounted(table.fineSegments, p, q, scratch.fine())) {
        addSimilarities(table, p, q, scratch);
        addSums(
            table.fineColumns, table.fineSums, table.fineDimensions, p, q, scratch.fine(), scratch);
      }
    }
  }

  /**
   * Clears the bits of pairs that do not count: those of one segment, those without a segment, and
   * within a block those of a pixel with itself and the pixels before it. Returns whether a bit is
   * left.
   */
  private static boolean keepCounted(int[] segments, int p, int q, long[] bits) {
    long any = 0;
    for (int i = 0; i < BLOCK; i++) {
      long counted = bits[i];
      if (counted != 0) {
        int segment = segments[p + i];
        counted &= segment == 0 ? 0 : otherSegments(segments, segment, q);
        counted &= p == q ? after(i) : -1;
        bits[i] = counted;
        any |= counted;
      }
    }
    return any != 0;
  }

  private static long otherSegments(int[] segments, int own, int q) {
    long bits = 0;
    for (int j = 0; j < BLOCK; j += LANES) {
      IntVector segment = IntVector.fromArray(INTS, segments, q + j);
      VectorMask<Integer> other =
          segment.compare(VectorOperators.NE, own).and(segment.compare(VectorOperators.NE, 0));
      bits |= other.toLong() << j;
    }
    return bits;
  }

  /** Bits of the pixels after the i-th. */
  private static long after(int i) {
    return i == BLOCK - 1 ? 0 : -1L << i + 1;
  }

  /** Adds to each pixel's sum the features of the pixels of the other block that count with it. */
  private static void addSums(
      float[] columns, float[] sums, int dimensions, int p, int q, long[] bits, Scratch scratch) {
    int one = PairTable.place(p, dimensions);
    int other = PairTable.place(q, dimensions);
    long[] filled = scratch.filled();
    BitMatrix.filledRows(bits, filled);
    MaskedSums.add(bits, filled, dimensions, columns, one, sums, other);
    BitMatrix.filledColumns(bits, filled);
    long[] turned = scratch.turned();
    System.arraycopy(bits, 0, turned, 0, BLOCK);
    BitMatrix.transpose(turned);
    MaskedSums.add(turned, filled, dimensions, columns, other, sums, one);
  }

  /** Adds S_fine of each pair that counts to both pixels. */
  private static void addSimilarities(PairTable table, int p, int q, Scratch scratch) {
    for (int i = 0; i < BLOCK; i++) {
      if (scratch.fine()[i] != 0) {
        addSimilarities(table, p + i, q, scratch.fine()[i], scratch.fineProducts(), i * BLOCK);
      }
    }
  }

  private static void addSimilarities(
      PairTable table, int p, int q, long bits, float[] products, int at) {
    float[] lanes = table.fineSimilarityLanes;
    FloatVector own = load(lanes, p * PairTable.LANES);
    for (int j = 0; j < BLOCK; j += LANES) {
      VectorMask<Float> counted = VectorMask.fromLong(FLOATS, bits >>> j);
      FloatVector product = load(products, at + j);
      own = own.add(product, counted);
      load(table.fineSimilarity, q + j)
          .add(product, counted)
          .intoArray(table.fineSimilarity, q + j);
    }
    own.intoArray(lanes, p * PairTable.LANES);
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }
}
