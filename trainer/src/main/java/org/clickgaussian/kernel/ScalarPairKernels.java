package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import java.util.Arrays;

/** {@link PairKernels} in plain Java. */
final class ScalarPairKernels implements PairKernels {
  @Override
  public void addBlockPair(PairTable table, int p, int q, Margins margins, Scratch working) {
    float[] products = working.coarseProducts();
    for (int i = p; i < p + BLOCK; i++) {
      int first = p == q ? i + 1 : q;
      Arrays.fill(products, 0, BLOCK, 0);
      addProducts(table.coarseColumns, table.coarseDimensions, i, q, products);
      if (margins.coarse() != Margins.OFF) {
        addCoarse(table, i, first, q, margins.coarse(), products);
      }
      if (margins.fine() != Margins.OFF) {
        for (int j = 0; j < BLOCK; j++) {
          products[j] *= table.coarseShare[i] * table.coarseShare[q + j];
        }
        addProducts(table.fineColumns, table.fineDimensions, i, q, products);
        addFine(table, i, first, q, margins.fine(), products);
      }
    }
  }

  private static void addProducts(float[] columns, int dimensions, int i, int q, float[] products) {
    int mine = PairTable.place(i, dimensions);
    int theirs = PairTable.place(q, dimensions);
    for (int d = 0; d < dimensions * BLOCK; d += BLOCK) {
      float factor = columns[mine + d];
      for (int j = 0; j < BLOCK; j++) {
        products[j] += factor * columns[theirs + d + j];
      }
    }
  }

  private static void addCoarse(
      PairTable table, int i, int first, int q, float margin, float[] similarities) {
    int segment = table.coarseSegments[i];
    for (int j = first; j < q + BLOCK; j++) {
      int other = table.coarseSegments[j];
      if (similarities[j - q] > margin && segment != other && segment != 0 && other != 0) {
        addBoth(table.coarseSums, table.coarseColumns, table.coarseDimensions, i, j);
      }
    }
  }

  private static void addFine(
      PairTable table, int i, int first, int q, float margin, float[] similarities) {
    int segment = table.fineSegments[i];
    for (int j = first; j < q + BLOCK; j++) {
      float similarity = similarities[j - q];
      int other = table.fineSegments[j];
      if (similarity > margin && segment != other && segment != 0 && other != 0) {
        table.fineSimilarity[i] += similarity;
        table.fineSimilarity[j] += similarity;
        addBoth(table.fineSums, table.fineColumns, table.fineDimensions, i, j);
      }
    }
  }

  private static void addBoth(float[] sums, float[] columns, int dimensions, int i, int j) {
    int one = PairTable.place(i, dimensions);
    int other = PairTable.place(j, dimensions);
    for (int d = 0; d < dimensions * BLOCK; d += BLOCK) {
      sums[one + d] += columns[other + d];
      sums[other + d] += columns[one + d];
    }
  }
}
