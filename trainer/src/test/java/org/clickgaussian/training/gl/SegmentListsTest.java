package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentListsTest {
  private static int[] labels(int pixels, int segments, SplittableRandom random) {
    // Every third number is left out, so that numbers have gaps.
    return random.ints(pixels, 0, segments + 1).map(s -> 3 * s).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 207, 4098})
  void piecesHoldEachLabelledPixelOnceAndInOrder(int pixels) {
    SplittableRandom random = new SplittableRandom(pixels);
    int[] coarse = labels(pixels, 4, random);
    int[] fine = labels(pixels, 30, random);
    SegmentLists lists = new SegmentLists(coarse, fine, pixels);
    int[] words = lists.words();
    List<Integer> ofCoarse = new ArrayList<>();
    List<Integer> ofFine = new ArrayList<>();
    for (int segment = 0; segment < lists.segments(); segment++) {
      int first = words[lists.firstPiecesAt() + segment];
      int end = words[lists.firstPiecesAt() + segment + 1];
      boolean isFine = first >= lists.coarsePieces();
      int before = -1;
      for (int piece = first; piece < end; piece++) {
        assertThat(words[piece + 1] - words[piece]).isBetween(1, 64);
        for (int member = words[piece]; member < words[piece + 1]; member++) {
          int pixel = words[lists.pieces() + 1 + member];
          assertThat(pixel).isGreaterThan(before);
          assertThat(lists.places()[2 * pixel + (isFine ? 1 : 0)]).isEqualTo(segment + 1);
          (isFine ? ofFine : ofCoarse).add(pixel);
          before = pixel;
        }
      }
    }
    assertThat(ofCoarse).hasSize(lists.coarseLabelled()).doesNotHaveDuplicates();
    assertThat(ofFine).hasSize(lists.fineLabelled()).doesNotHaveDuplicates();
    assertThat(lists.coarseLabelled())
        .isEqualTo((int) Arrays.stream(coarse).filter(s -> s > 0).count());
    assertThat(lists.fineLabelled())
        .isEqualTo((int) Arrays.stream(fine).filter(s -> s > 0).count());
  }

  @Test
  void pixelsOfOneSegmentShareItsNumberAndOthersDoNot() {
    SegmentLists lists = new SegmentLists(new int[] {7, 0, 7, 9}, new int[] {0, 5, 5, 5}, 4);
    assertThat(lists.places()).containsExactly(1, 0, 0, 3, 1, 3, 2, 3);
    assertThat(lists.segments()).isEqualTo(3);
  }
}
