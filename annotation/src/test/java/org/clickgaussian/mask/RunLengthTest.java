package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLengthTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "9,1", "13,7", "64,3", "65,64", "207,33"})
  void encodesAsCountingPixelByPixelDoes(int width, int height) {
    for (int seed = 0; seed < 20; seed++) {
      BitMask mask = RandomMasks.of(width, height, seed);
      RunLength runs = RunLength.encode(mask);
      assertThat(runs.counts()).isEqualTo(countedPixelByPixel(mask));
      assertThat(runs.decode()).isEqualTo(mask);
      assertThat(runs.area()).isEqualTo((int) mask.area());
      assertThat(RunLength.of(width, height, runs.counts())).isEqualTo(runs);
      assertThat(RunLength.parse(width, height, runs.compressed())).isEqualTo(runs);
    }
  }

  /** Texts made by a program of its own from the definition: bit strings cut into fives. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, '1'",
    "1, 1, 0 1, '01'",
    "2, 3, 1 2 3, '123'",
    "4, 4, 0 1 15, '01?'",
    "8, 5, 15 16 5 2 2, '?`05BM'",
    "100, 100, 31 32 33 1000 1 8000 903, 'o0P1Q1Xn0POhj6Vl0'",
    "4096, 4096, 16777215 1, 'oooo?1'",
    "11000, 12000, 0 1 131000000 999999, '01Pfiml3na`n0'",
    "13, 7, 6 2 5 2 5 2 69, '625000P2'"
  })
  void compressedTextIsThatOfTheDefinition(int width, int height, String counts, String text) {
    int[] lengths = List.of(counts.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    assertThat(RunLength.of(width, height, lengths).compressed()).isEqualTo(text);
    assertThat(RunLength.parse(width, height, text).counts()).isEqualTo(lengths);
  }

  @Test
  void emptyRunsAreMerged() {
    RunLength runs = RunLength.of(2, 3, 1, 0, 1, 2, 0, 1, 1, 0);
    assertThat(runs.counts()).containsExactly(2, 3, 1);
    assertThat(RunLength.of(2, 3, 0, 0, 6)).isEqualTo(RunLength.of(2, 3, 6));
    assertThat(RunLength.of(2, 3, 6, 0)).isEqualTo(RunLength.of(2, 3, 6));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "13,7", "65,64", "207,33"})
  void boundsAndMembershipAreThoseOfThePixels(int width, int height) {
    for (int seed = 0; seed < 20; seed++) {
      BitMask mask = RandomMasks.of(width, height, seed);
      RunLength runs = RunLength.encode(mask);
      int left = width;
      int right = 0;
      int top = height;
      int bottom = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          assertThat(runs.contains(x, y)).isEqualTo(mask.get(x, y));
          if (mask.get(x, y)) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
          }
        }
      }
      Box expected =
          mask.area() == 0 ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
      assertThat(runs.bounds()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,5,3", "13,7,26,14", "13,7,6,3", "65,64,64,65", "207,33,100,50", "40,30,1,1"})
  void resizingTakesTheNearestPixel(int width, int height, int newWidth, int newHeight) {
    for (int seed = 0; seed < 20; seed++) {
      BitMask mask = RandomMasks.of(width, height, seed);
      BitMask expected = new BitMask(newWidth, newHeight);
      for (int y = 0; y < newHeight; y++) {
        for (int x = 0; x < newWidth; x++) {
          double oldX = Math.floor((x + 0.5) * width / newWidth);
          double oldY = Math.floor((y + 0.5) * height / newHeight);
          if (mask.get((int) oldX, (int) oldY)) {
            expected.set(x, y);
          }
        }
      }
      assertThat(mask.resized(newWidth, newHeight)).isEqualTo(expected);
      assertThat(RunLength.encode(mask).resized(newWidth, newHeight))
          .isEqualTo(RunLength.encode(expected));
    }
  }

  @Test
  void impossibleRunsAreRefused() {
    refused(() -> RunLength.of(2, 3, 5), "sum to 5");
    refused(() -> RunLength.of(2, 3), "sum to 0");
    refused(() -> RunLength.of(2, 3, 7), "pass");
    refused(() -> RunLength.of(2, 3, 7, -1), "pass");
    refused(() -> RunLength.of(2, 3, -1, 7), "negative");
    refused(() -> RunLength.of(2, 3, Integer.MAX_VALUE, Integer.MAX_VALUE, 8), "pass");
    refused(() -> RunLength.of(0, 3), "0 × 3");
    refused(() -> RunLength.of(3, -1, 1), "3 × -1");
    refused(() -> RunLength.of(65536, 65536, 0), "65536 × 65536");
    refused(() -> RunLength.of(2, 3, 6).resized(1 << 20, 1 << 20), "cannot be");
  }

  @Test
  void impossibleTextIsRefused() {
    refused(() -> RunLength.parse(2, 3, ""), "sum to 0");
    refused(() -> RunLength.parse(2, 3, "12P"), "cut off");
    refused(() -> RunLength.parse(2, 3, "12\n"), "character 3");
    refused(() -> RunLength.parse(2, 3, "1é"), "character 2");
    refused(() -> RunLength.parse(2, 3, "oooooooo"), "too long");
    refused(() -> RunLength.parse(2, 3, "N8"), "negative");
  }

  @Test
  void mutatedTextGivesRunsOrAnInputException() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text =
          new StringBuilder(RunLength.encode(RandomMasks.of(13, 7, i % 50)).compressed());
      for (int change = random.nextInt(3); change >= 0; change--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(30, 130));
      }
      try {
        assertThat(RunLength.parse(13, 7, text.toString()).decode().area()).isBetween(0L, 91L);
      } catch (InputException e) {
        assertThat(e).hasMessageContaining("run");
      }
    }
  }

  private static void refused(Runnable action, String reason) {
    assertThatThrownBy(action::run).isInstanceOf(InputException.class).hasMessageContaining(reason);
  }

  private static int[] countedPixelByPixel(BitMask mask) {
    List<Integer> counts = new ArrayList<>(List.of(0));
    boolean inside = false;
    for (int i = 0; i < mask.width() * mask.height(); i++) {
      if (mask.get(i / mask.height(), i % mask.height()) != inside) {
        inside = !inside;
        counts.add(0);
      }
      counts.set(counts.size() - 1, counts.getLast() + 1);
    }
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }
}
