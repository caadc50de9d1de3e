package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clickgaussian.mask.BitMask;
import org.junit.jupiter.api.Test;

class MaskComparisonTest {
  static BitMask box(int width, int height, int x0, int y0, int x1, int y1) {
    BitMask mask = new BitMask(width, height);
    for (int y = y0; y < y1; y++) {
      mask.setRow(y, x0, x1);
    }
    return mask;
  }

  @Test
  void overlapOverUnion() {
    BitMask truth = box(100, 50, 10, 10, 30, 30);
    assertThat(MaskComparison.iou(truth, truth)).isEqualTo(1);
    assertThat(MaskComparison.iou(truth, box(100, 50, 20, 10, 40, 30)))
        .isCloseTo(200.0 / 600, within(1e-12));
    assertThat(MaskComparison.iou(truth, new BitMask(100, 50))).isZero();
  }

  @Test
  void predictionsTakeTheSizeOfTheTruth() {
    BitMask truth = box(100, 50, 10, 10, 30, 30);
    BitMask half = box(50, 25, 5, 5, 15, 15);
    assertThat(MaskComparison.iou(truth, half)).isEqualTo(1);
    assertThat(MaskComparison.boundaryIou(truth, half)).isEqualTo(1);
  }

  @Test
  void theBoundaryIsTwoPercentOfTheDiagonalWide() {
    // The diagonal is 100, so the boundary of a square of 40 is 2 wide: 40² − 36² pixels.
    BitMask truth = box(80, 60, 10, 10, 50, 50);
    BitMask shifted = box(80, 60, 11, 10, 51, 50);
    double ring = 40 * 40 - 36 * 36;
    // Rows of 36 that both rings cross at both sides share one column a side; the two bands of two
    // rows above and below share 39 columns.
    double shared = 36 * 2 + 4 * 39;
    assertThat(MaskComparison.boundaryIou(truth, shifted))
        .isCloseTo(shared / (2 * ring - shared), within(1e-12));
    assertThat(MaskComparison.iou(truth, shifted)).isGreaterThan(0.9);
  }
}
