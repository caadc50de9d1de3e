package org.clickgaussian.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrthogonalProcrustesTest {

  /** tr(R Mᵀ): what the best rotation makes greatest. */
  private static double trace(double[][] rotation, double[][] cross) {
    double sum = 0;
    for (int row = 0; row < rotation.length; row++) {
      sum += RandomFeatures.dot(rotation[row], cross[row]);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noOtherRotationIsBetter(long seed) {
    double[][] cross = RandomFeatures.orthogonal(3, seed);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        cross[row][column] *= 1 + row + 0.5 * column;
      }
    }
    OrthogonalProcrustes solved = OrthogonalProcrustes.of(cross);
    double best = trace(solved.rotation(), cross);
    assertThat(best).isCloseTo(solved.trace(), within(1e-12));
    for (int trial = 0; trial < 20_000; trial++) {
      double[][] other = RandomFeatures.orthogonal(3, 1000 * seed + trial);
      assertThat(trace(other, cross)).isLessThan(best + 1e-12);
    }
  }

  @Test
  void findsTheTurnThatWasMade() {
    double[][] turn = RandomFeatures.orthogonal(3, 77);
    double[][] spread = {{4, 0.3, 0}, {0.3, 2, 0.1}, {0, 0.1, 0.5}};
    double[][] found = OrthogonalProcrustes.of(PcaBasis.product(turn, spread)).rotation();
    for (int row = 0; row < 3; row++) {
      assertThat(found[row]).containsExactly(turn[row], within(1e-12));
    }
  }

  @Test
  void nothingInCommonStillGivesARotation() {
    double[][] rotation = OrthogonalProcrustes.of(new double[3][3]).rotation();
    for (double[] row : rotation) {
      assertThat(RandomFeatures.dot(row, row)).isCloseTo(1, within(1e-12));
    }
  }
}
