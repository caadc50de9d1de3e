package org.clickgaussian.feature.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSampleTest {

  /** One cluster of many, one of few, the rest none. */
  private static int[] clusters(int count) {
    return IntStream.range(0, count).map(i -> i % 100 == 7 ? 1 : i % 3 == 0 ? -1 : 0).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 4098})
  void asManyAsAreWantedAreDrawn(int count) {
    int[] clusters = clusters(count);
    for (int wanted : new int[] {0, 1, 500, 10_000}) {
      int[] chosen = FeatureSample.choose(clusters, i -> true, wanted, 3);
      assertThat(chosen).hasSizeBetween(Math.min(count, Math.max(0, wanted - 1)), wanted);
      assertThat(chosen).isSorted().doesNotHaveDuplicates();
      if (wanted >= count) {
        assertThat(chosen).hasSize(count);
      }
    }
  }

  @Test
  void smallClustersAreSeen() {
    int[] clusters = clusters(4098);
    int[] chosen = FeatureSample.choose(clusters, i -> true, 300, 3);
    long small = Arrays.stream(chosen).filter(i -> clusters[i] == 1).count();
    // 41 of 4098, √41 of √41 + √1352 + √2705.
    assertThat(small).isBetween(19L, 21L);
  }

  @Test
  void whatIsTransparentIsPassedOver() {
    int[] chosen = FeatureSample.choose(clusters(4098), i -> i % 2 == 0, 1000, 3);
    assertThat(chosen).hasSizeBetween(999, 1000);
    assertThat(Arrays.stream(chosen).allMatch(i -> i % 2 == 0)).isTrue();
  }

  @Test
  void theSeedDecides() {
    int[] clusters = clusters(4098);
    int[] first = FeatureSample.choose(clusters, i -> true, 500, 3);
    assertThat(FeatureSample.choose(clusters, i -> true, 500, 3)).isEqualTo(first);
    assertThat(FeatureSample.choose(clusters, i -> true, 500, 4)).isNotEqualTo(first);
  }
}
