package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentMapTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "13,7,3", "207,33,65536", "64,64,1000000000"})
  void labelsWithGapsBecomeDenseInTheirOrder(int width, int height, int bound) {
    Random random = new Random(3);
    int[] labels = random.ints((long) width * height, 0, bound).toArray();
    TreeSet<Integer> used = new TreeSet<>();
    for (int label : labels) {
      used.add(label);
    }
    used.remove(0);
    SegmentMap map = SegmentMap.dense(width, height, labels);
    assertThat(map.count()).isEqualTo(used.size());
    for (int p = 0; p < labels.length; p++) {
      int expected = labels[p] == 0 ? 0 : used.headSet(labels[p], true).size();
      assertThat(map.segments()[p]).isEqualTo(expected);
    }
  }

  @Test
  void resizingTakesTheNearestPixelAndDropsWhatVanishes() {
    SegmentMap map = SegmentMap.dense(4, 2, new int[] {5, 5, 9, 7, 0, 0, 9, 7});
    SegmentMap half = map.resized(2, 1);
    assertThat(half.segments()).containsExactly(0, 1);
    assertThat(half.count()).isOne();
    assertThat(map.resized(4, 2)).isSameAs(map);
    assertThat(map.resized(8, 2).segments())
        .containsExactly(1, 1, 1, 1, 3, 3, 2, 2, 0, 0, 0, 0, 3, 3, 2, 2);
  }

  @Test
  void sizesCountPixels() {
    SegmentMap map = SegmentMap.dense(4, 2, new int[] {5, 5, 9, 7, 0, 0, 9, 7});
    assertThat(map.sizes()).containsExactly(2, 2, 2, 2);
    assertThat(LevelCoverage.of(map)).isEqualTo(new LevelCoverage(3, 0.75, 2, 2, 2));
    assertThat(LevelCoverage.of(SegmentMap.dense(2, 1, new int[2])))
        .isEqualTo(new LevelCoverage(0, 0, 0, 0, 0));
  }

  @Test
  void negativeLabelsAndOtherShapesAreRefused() {
    assertThatThrownBy(() -> SegmentMap.dense(1, 1, new int[] {-1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SegmentMap.dense(2, 1, new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
