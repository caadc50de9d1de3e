package org.clickgaussian.kernel;

import static org.clickgaussian.kernel.PairTable.BLOCK;

import java.util.Arrays;

/** {@link PairKernels} in plain Java. */
final class ScalarPairKernels implements PairKernels {
  @Override
  public void addBlockPair(PairTable table, int p, int q, Margins margins, Scratch working) {
    float[] scratch = working.coarse();
    for (int i = p; i < p + BLOCK; i++) {
      int first = p == q ? i + 1 : q;
      multiply(table.coarseColumns, table.coarseDimensions, table.size, i, q, scratch);
      if (margins.coarse() != Margins.OFF) {
        addCoarse(table, i, first, q, margins.coarse(), scratch);
      }
      if (margins.fine() != Margins.OFF) {
        for (int j = 0; j < BLOCK; j++) {
          scratch[j] *= table.coarseShare[i] * table.coarseShare[q + j];
        }
        addProducts(table.fineColumns, table.fineDimensions, table.size, i, q, scratch);
        addFine(table, i, first, q, margins.fine(), scratch);
      }
    }
  }

  private static void multiply(
      float[] columns, int dimensions, int size, int i, int q, float[] products) {
    Arrays.fill(products, 0, BLOCK, 0);
    addProducts(columns, dimensions, size, i, q, products);
  }

  private static void addProducts(
      float[] columns, int dimensions, int size, int i, int q, float[] products) {
    for (int d = 0; d < dimensions; d++) {
      float factor = columns[d * size + i];
      int column = d * size + q;
      for (int j = 0; j < BLOCK; j++) {
        products[j] += factor * columns[column + j];
      }
    }
  }

  private static void addCoarse(
      PairTable table, int i, int first, int q, float margin, float[] similarities) {
    int segment = table.coarseSegments[i];
    for (int j = first; j < q + BLOCK; j++) {
      float similarity = similarities[j - q];
      int other = table.coarseSegments[j];
      if (similarity > margin && segment != other && segment != 0 && other != 0) {
        table.coarseSimilarity[i] += similarity;
        table.coarseSimilarity[j] += similarity;
        addBoth(table.coarseSums, table.coarseRows, table.coarseStride, i, j);
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
        addBoth(table.fineSums, table.fineRows, table.fineStride, i, j);
      }
    }
  }

  private static void addBoth(float[] sums, float[] rows, int stride, int i, int j) {
    for (int d = 0; d < stride; d++) {
      sums[i * stride + d] += rows[j * stride + d];
      sums[j * stride + d] += rows[i * stride + d];
    }
  }
}
