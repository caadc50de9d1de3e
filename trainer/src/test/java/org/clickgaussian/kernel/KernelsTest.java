package org.clickgaussian.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.clickgaussian.kernel.PairKernels.Margins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector kernels against the plain ones at awkward sizes. */
class KernelsTest {
  /** Margins stay this far from every cosine, so that rounding decides nothing. */
  private static final float GAP = 1e-4f;

  @ParameterizedTest
  @CsvSource({"0,12,12", "1,12,12", "13,12,12", "207,12,12", "207,7,17", "600,20,3", "4098,12,12"})
  void pairsAgree(int pixels, int coarse, int fine) {
    assumeTrue(Kernels.choose() == Kernels.VECTOR);
    PairTable expected = table(pixels, coarse, fine);
    PairTable actual = table(pixels, coarse, fine);
    for (float margin : new float[] {-0.9f, 0.3f, Margins.OFF}) {
      Margins margins = new Margins(margin, margin == Margins.OFF ? 0.4f : margin);
      run(Kernels.SCALAR.pairs(), expected, margins);
      run(Kernels.VECTOR.pairs(), actual, margins);
    }
    // 1e-3: up to 600 · 3 cosines in another order; a pair that flips at the margin would show.
    assertThat(actual.coarseSums).containsExactly(expected.coarseSums, within(1e-3f));
    assertThat(actual.fineSums).containsExactly(expected.fineSums, within(1e-3f));
    assertThat(similarities(actual, false))
        .containsExactly(similarities(expected, false), within(1e-3f));
    assertThat(similarities(actual, true))
        .containsExactly(similarities(expected, true), within(1e-3f));
  }

  @Test
  void aTransposeTurnsEveryBit() {
    SplittableRandom random = new SplittableRandom(3);
    long[] rows = new long[BitMatrix.SIDE];
    Arrays.setAll(rows, i -> random.nextLong() & random.nextLong());
    Arrays.fill(rows, 7, 20, 0);
    long[] turned = rows.clone();
    BitMatrix.transpose(turned);
    for (int i = 0; i < BitMatrix.SIDE; i++) {
      for (int j = 0; j < BitMatrix.SIDE; j++) {
        assertThat(turned[j] >>> i & 1).isEqualTo(rows[i] >>> j & 1);
      }
    }
    long[] filledRows = new long[2];
    long[] filledColumns = new long[2];
    BitMatrix.filledRows(turned, filledRows);
    BitMatrix.filledColumns(rows, filledColumns);
    assertThat(filledRows).isEqualTo(filledColumns);
  }

  private static float[] similarities(PairTable table, boolean fine) {
    float[] similarities = new float[table.size()];
    for (int p = 0; p < similarities.length; p++) {
      similarities[p] = fine ? table.fineSimilarity(p) : table.coarseSimilarity(p);
    }
    return similarities;
  }

  private static void run(PairKernels kernels, PairTable table, Margins margins) {
    PairKernels.Scratch scratch = PairKernels.Scratch.create();
    for (int p = 0; p < table.size(); p += PairTable.BLOCK) {
      for (int q = p; q < table.size(); q += PairTable.BLOCK) {
        kernels.addBlockPair(table, p, q, margins, scratch);
      }
    }
  }

  /** Features are multiples of 1/16: products are exact, so both kernels see the same cosines. */
  private static PairTable table(int pixels, int coarse, int fine) {
    PairTable table = new PairTable(pixels, coarse, fine);
    SplittableRandom random = new SplittableRandom(pixels);
    for (int p = 0; p < pixels; p++) {
      for (int d = 0; d < coarse; d++) {
        table.setCoarse(p, d, random.nextInt(-5, 6) / 16f);
      }
      for (int d = 0; d < fine; d++) {
        table.setFine(p, d, random.nextInt(-5, 6) / 16f);
      }
      table.setPixel(p, random.nextInt(4), random.nextInt(9), random.nextInt(3) / 4f);
    }
    return table;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 207, 4098})
  void candidatesAgree(int count) {
    assumeTrue(Kernels.choose() == Kernels.VECTOR);
    for (int candidates : new int[] {1, 2, 3, 4, 37}) {
      candidatesAgree(count, candidates, 24, 0, 24);
      candidatesAgree(count, candidates, 24, 12, 12);
      candidatesAgree(count, candidates, 17, 0, 7);
    }
  }

  private static void candidatesAgree(
      int count, int candidates, int stride, int slice, int dimensions) {
    SplittableRandom random = new SplittableRandom(count);
    float[] vectors = units(candidates, dimensions, random);
    float[] rows = new float[count * stride];
    for (int i = 0; i < rows.length; i++) {
      int d = Math.clamp(i % stride - slice, 0, dimensions - 1);
      float centre = vectors[i / stride % candidates * dimensions + d];
      rows[i] = centre + 0.15f * (float) random.nextGaussian();
    }
    CandidateKernels.Candidates padded =
        CandidateKernels.Candidates.of(candidates, dimensions, vectors);
    CandidateKernels.Limits limits = limits(padded, rows, stride, slice, count);
    float[] expected = new float[rows.length];
    float[] actual = new float[rows.length];
    CandidateKernels.Sums expectedSums = new CandidateKernels.Sums();
    CandidateKernels.Sums actualSums = new CandidateKernels.Sums();
    CandidateKernels.Scratch scratch = new CandidateKernels.Scratch();
    Kernels.SCALAR
        .candidates()
        .guide(padded, rows, stride, slice, count, limits, expected, expectedSums, scratch);
    Kernels.VECTOR
        .candidates()
        .guide(padded, rows, stride, slice, count, limits, actual, actualSums, scratch);
    assertThat(actualSums.assigned).isEqualTo(expectedSums.assigned);
    // Each row adds cosines of about 1 with some float roundings.
    assertThat(actualSums.positive).isCloseTo(expectedSums.positive, within(1e-6 * (1 + count)));
    assertThat(actualSums.negative).isCloseTo(expectedSums.negative, within(1e-6 * (1 + count)));
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }

  /** A threshold and a margin that no cosine lies near. */
  private static CandidateKernels.Limits limits(
      CandidateKernels.Candidates candidates, float[] rows, int stride, int slice, int count) {
    float threshold = 0.9f;
    float margin = 0.3f;
    for (int i = 0; i < count; i++) {
      int at = i * stride + slice;
      float length = Norms.length(rows, at, candidates.dimensions());
      for (int c = 0; c < candidates.count(); c++) {
        float product = 0;
        for (int d = 0; d < candidates.dimensions(); d++) {
          product += rows[at + d] * candidates.rows()[c * candidates.stride() + d];
        }
        threshold = away(threshold, product / length);
        margin = away(margin, product / length);
      }
    }
    return new CandidateKernels.Limits(threshold, margin, 1);
  }

  /** Moves a limit up past a cosine that it lies on to within float rounding. */
  private static float away(float limit, float cosine) {
    return Math.abs(limit - cosine) < GAP / 100 ? cosine + GAP / 50 : limit;
  }

  private static float[] units(int count, int dimensions, SplittableRandom random) {
    float[] vectors = new float[count * dimensions];
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < dimensions; d++) {
        vectors[i * dimensions + d] = (float) random.nextGaussian();
      }
      float length = Norms.length(vectors, i * dimensions, dimensions);
      for (int d = 0; d < dimensions; d++) {
        vectors[i * dimensions + d] /= length;
      }
    }
    return vectors;
  }
}
