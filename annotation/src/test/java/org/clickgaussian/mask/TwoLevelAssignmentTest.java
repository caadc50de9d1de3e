package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoLevelAssignmentTest {
  @ParameterizedTest
  @CsvSource({"1,1,3", "13,7,0", "13,7,1", "13,7,30", "207,33,60", "64,65,13"})
  void everyPixelGoesToItsLargestAndSmallestSegment(int width, int height, int count) {
    for (int seed = 0; seed < 10; seed++) {
      List<SegmentRecord> segments = randomSegments(width, height, count, seed);
      TwoLevelMasks masks =
          TwoLevelAssignment.assign(segments, width, height, AssignmentOptions.ALL);
      assertThat(masks.coarse().segments()).isEqualTo(pixelByPixel(segments, masks.coarse(), 1));
      assertThat(masks.fine().segments()).isEqualTo(pixelByPixel(segments, masks.fine(), -1));
    }
  }

  @Test
  void tiesGoToTheHigherPredictedIouThenToTheEarlierRecord() {
    RunLength left = RunLength.of(4, 1, 0, 3, 1);
    RunLength right = RunLength.of(4, 1, 1, 3);
    int[] leftWins = {1, 1, 1, 2};
    int[] rightWins = {1, 2, 2, 2};
    assertBothLevels(List.of(scored(left, 0.9), scored(right, 0.8)), leftWins);
    assertBothLevels(List.of(scored(left, 0.8), scored(right, 0.9)), rightWins);
    assertBothLevels(List.of(scored(left, 0.8), scored(right, 0.8)), leftWins);
    assertBothLevels(List.of(scored(left, Double.NaN), scored(right, 0.1)), rightWins);
    assertBothLevels(List.of(scored(left, Double.NaN), scored(right, Double.NaN)), leftWins);
  }

  @Test
  void segmentsThatWinNoPixelHaveNoId() {
    SegmentRecord whole = SegmentRecord.of(RunLength.of(4, 1, 0, 4));
    SegmentRecord part = SegmentRecord.of(RunLength.of(4, 1, 1, 2, 1));
    TwoLevelMasks masks =
        TwoLevelAssignment.assign(List.of(part, whole, part), 4, 1, AssignmentOptions.ALL);
    assertThat(masks.coarse().segments()).containsExactly(1, 1, 1, 1);
    assertThat(masks.coarse().count()).isOne();
    assertThat(masks.fine().segments()).containsExactly(2, 1, 1, 2);
    assertThat(masks.fine().count()).isEqualTo(2);
  }

  @Test
  void optionsLeaveSegmentsOut() {
    SegmentRecord whole = scored(RunLength.of(4, 1, 0, 4), 0.5);
    SegmentRecord part = scored(RunLength.of(4, 1, 1, 2, 1), 0.9);
    SegmentRecord unknown = SegmentRecord.of(RunLength.of(4, 1, 3, 1));
    List<SegmentRecord> segments = List.of(whole, part, unknown);
    assertThat(fine(segments, new AssignmentOptions(3, 0, 0))).containsExactly(1, 1, 1, 1);
    assertThat(fine(segments, new AssignmentOptions(0, 0.8, 0))).containsExactly(0, 1, 1, 2);
    assertThat(fine(segments, new AssignmentOptions(0, 0, 0.8))).containsExactly(1, 2, 2, 3);
    assertThat(fine(segments, new AssignmentOptions(9, 0, 0))).containsExactly(0, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"13,7,26,14", "207,33,100,50", "30,20,7,9"})
  void otherSizesAreThoseOfTheNearestPixel(int width, int height, int newWidth, int newHeight) {
    for (int seed = 0; seed < 10; seed++) {
      List<SegmentRecord> segments = randomSegments(width, height, 20, seed);
      TwoLevelMasks own = TwoLevelAssignment.assign(segments, width, height, AssignmentOptions.ALL);
      TwoLevelMasks other =
          TwoLevelAssignment.assign(segments, newWidth, newHeight, AssignmentOptions.ALL);
      for (Level level : Level.values()) {
        assertSamePartition(nearest(level.of(own), newWidth, newHeight), level.of(other));
      }
    }
  }

  /** IDs may differ, as segments can vanish in a smaller image, but must go together. */
  private static void assertSamePartition(int[] expected, SegmentMap actual) {
    int[] idOf = new int[1 + Arrays.stream(expected).max().orElse(0)];
    int[] used = new int[actual.count() + 1];
    for (int p = 0; p < expected.length; p++) {
      int id = actual.segments()[p];
      assertThat(id == 0).isEqualTo(expected[p] == 0);
      if (id != 0) {
        idOf[expected[p]] = idOf[expected[p]] == 0 ? id : idOf[expected[p]];
        used[id] = used[id] == 0 ? expected[p] : used[id];
        assertThat(idOf[expected[p]]).isEqualTo(id);
        assertThat(used[id]).isEqualTo(expected[p]);
      }
    }
  }

  private static int[] nearest(SegmentMap map, int width, int height) {
    int[] labels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int oldX = (int) ((x + 0.5) * map.width() / width);
        int oldY = (int) ((y + 0.5) * map.height() / height);
        labels[y * width + x] = map.segments()[oldY * map.width() + oldX];
      }
    }
    return labels;
  }

  private static int[] fine(List<SegmentRecord> segments, AssignmentOptions options) {
    return TwoLevelAssignment.assign(segments, 4, 1, options).fine().segments();
  }

  private static void assertBothLevels(List<SegmentRecord> segments, int[] expected) {
    TwoLevelMasks masks = TwoLevelAssignment.assign(segments, 4, 1, AssignmentOptions.ALL);
    assertThat(masks.coarse().segments()).isEqualTo(expected);
    assertThat(masks.fine().segments()).isEqualTo(expected);
  }

  private static SegmentRecord scored(RunLength mask, double predictedIou) {
    return new SegmentRecord(mask, predictedIou, Double.NaN, List.of(), new Box(0, 0, 4, 1));
  }

  private static List<SegmentRecord> randomSegments(int width, int height, int count, int seed) {
    Random random = new Random(seed);
    List<SegmentRecord> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RunLength mask = RunLength.encode(RandomMasks.of(width, height, random.nextLong()));
      double iou = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(3) / 2.0;
      segments.add(new SegmentRecord(mask, iou, 1, List.of(), new Box(0, 0, width, height)));
    }
    return segments;
  }

  /** The best record of every pixel, numbered by the records that win any. */
  private static int[] pixelByPixel(List<SegmentRecord> segments, SegmentMap map, int sign) {
    int[] winners = new int[map.segments().length];
    boolean[] wins = new boolean[segments.size() + 1];
    for (int p = 0; p < winners.length; p++) {
      for (int i = 0; i < segments.size(); i++) {
        SegmentRecord segment = segments.get(i);
        boolean holds = segment.mask().contains(p % map.width(), p / map.width());
        if (holds && (winners[p] == 0 || beats(segment, segments.get(winners[p] - 1), sign))) {
          winners[p] = i + 1;
        }
      }
      wins[winners[p]] = true;
    }
    int[] ids = new int[wins.length];
    int count = 0;
    for (int i = 1; i < ids.length; i++) {
      ids[i] = wins[i] ? ++count : 0;
    }
    assertThat(map.count()).isEqualTo(count);
    for (int p = 0; p < winners.length; p++) {
      winners[p] = ids[winners[p]];
    }
    return winners;
  }

  private static boolean beats(SegmentRecord later, SegmentRecord earlier, int sign) {
    if (later.area() != earlier.area()) {
      return sign * later.area() > sign * earlier.area();
    }
    double laterIou = Double.isNaN(later.predictedIou()) ? -1 : later.predictedIou();
    double earlierIou = Double.isNaN(earlier.predictedIou()) ? -1 : earlier.predictedIou();
    return laterIou > earlierIou;
  }
}
