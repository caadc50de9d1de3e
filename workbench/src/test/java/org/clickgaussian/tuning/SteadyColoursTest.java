package org.clickgaussian.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.clickgaussian.cluster.Candidates;
import org.junit.jupiter.api.Test;

class SteadyColoursTest {
  private static float[] colour(float[] all, int cluster) {
    return Arrays.copyOfRange(all, 3 * cluster, 3 * cluster + 3);
  }

  @Test
  void aClusterKeepsItsColourWhateverItsPlaceAndANewOneGetsItsOwn() {
    SteadyColours colours = new SteadyColours();
    float[] first = colours.of(new Candidates(2, 2, new float[] {1, 0, 0, 1})).clone();
    float[] second =
        colours.of(new Candidates(3, 2, new float[] {0.1f, 0.995f, -1, 0, 0.995f, 0.1f}));
    assertThat(colour(second, 0)).isEqualTo(colour(first, 1));
    assertThat(colour(second, 2)).isEqualTo(colour(first, 0));
    assertThat(colour(second, 1)).isNotIn(colour(first, 0), colour(first, 1));
  }

  @Test
  void noClustersHaveNoColours() {
    assertThat(new SteadyColours().of(Candidates.none(12))).isEmpty();
  }
}
