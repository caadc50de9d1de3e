package org.clickgaussian.gl.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.clickgaussian.gl.EmulatedSubgroups;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
  private static final int GUARD = 0x5AFE;

  private static GlContext context;
  private static RadixSort sort;

  /** How the keys of a test lie. */
  enum Keys {
    EQUAL {
      @Override
      int[] make(int count) {
        return IntStream.range(0, count).map(i -> 0xCAFE).toArray();
      }
    },
    DESCENDING {
      @Override
      int[] make(int count) {
        return IntStream.range(0, count).map(i -> -1 - i * 31_337).toArray();
      }
    },
    FEW_DIFFERENT {
      @Override
      int[] make(int count) {
        return IntStream.range(0, count).map(i -> i * 7 % 5 << 13).toArray();
      }
    },
    RANDOM {
      @Override
      int[] make(int count) {
        RandomStream random = new RandomStream(3, "keys", count);
        return IntStream.range(0, count).map(i -> (int) random.nextLong()).toArray();
      }
    };

    abstract int[] make(int count);
  }

  @BeforeAll
  static void open() {
    context = GlTestContext.open();
    sort = context.call(() -> new RadixSort(context));
  }

  @AfterAll
  static void close() {
    if (context != null) {
      sort.close();
      assertThat(context.allocatedBytes()).isZero();
      context.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 255, 256, 257, 4095, 4096, 4097, 4098, 20_001})
  void sortsAnyNumberOfPairs(int count) {
    assertSorted(context, sort, Keys.RANDOM.make(count), 32);
  }

  @ParameterizedTest
  @EnumSource(Keys.class)
  void keepsTheOrderOfEqualKeys(Keys keys) {
    assertSorted(context, sort, keys.make(9_000), 32);
  }

  @ParameterizedTest
  @CsvSource({"1, RANDOM", "8, RANDOM", "13, RANDOM", "13, DESCENDING", "20, RANDOM", "31, RANDOM"})
  void looksAtTheLowBitsAlone(int keyBits, Keys keys) {
    assertSorted(context, sort, keys.make(5_003), keyBits);
  }

  /** With 512 counts of each of eight digits, the counts' own prefix sums have several tiles. */
  @Test
  void sortsWhatTakesSeveralLevelsOfPrefixSums() {
    assertSorted(context, sort, Keys.RANDOM.make(70_001), 16);
  }

  @Test
  void needsNoSubgroups() {
    try (RadixSort plain =
        context.call(() -> new RadixSort(context, SortKernels.SHARED_MEMORY_ONLY))) {
      assertSorted(context, plain, Keys.RANDOM.make(9_001), 20);
    }
  }

  /** With 128 lanes keys are ranked through shared memory. */
  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64, 128})
  void sortsWithSubgroupsOfManySizes(int lanes) {
    try (GlContext other = GlTestContext.open()) {
      EmulatedSubgroups.use(other, lanes);
      try (RadixSort bySubgroups = other.call(() -> new RadixSort(other))) {
        assertSorted(other, bySubgroups, Keys.RANDOM.make(4_098), 13);
        assertSorted(other, bySubgroups, Keys.FEW_DIFFERENT.make(257), 32);
      }
    }
  }

  @Test
  void sortsBuffersThatLieInParts() {
    try (GlContext split = GlTestContext.open(4096);
        RadixSort inParts = split.call(() -> new RadixSort(split))) {
      assertSorted(split, inParts, Keys.RANDOM.make(8_500), 24);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "1, 32", "257, 13", "8192, 20", "9000, 8", "12000, 13"})
  void takesTheCountFromTheDevice(int told, int keyBits) {
    int most = 9_000;
    int count = Math.min(told, most);
    int[] keys = Keys.RANDOM.make(most);
    context.run(
        () -> {
          try (GlBuffer first = context.buffer(most);
              GlBuffer second = context.buffer(most);
              GlBuffer counts = context.buffer(6)) {
            first.upload(keys);
            second.upload(numbers(most));
            counts.fill(5, 1, told);
            sort.sort(first, second, counts, 5, most, keyBits);
            assertPairs(first.ints(0, most), second.ints(0, most), keys, count, keyBits);
          }
        });
  }

  @Test
  void refusesWhatItCannotSort() {
    context.run(
        () -> {
          try (GlBuffer longer = context.buffer(9);
              GlBuffer shorter = context.buffer(8)) {
            assertThatThrownBy(() -> sort.sort(longer, shorter, 9, 32))
                .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sort.sort(longer, shorter, 8, 33))
                .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sort.sort(longer, shorter, 8, 0))
                .isInstanceOf(IllegalArgumentException.class);
          }
        });
  }

  @Test
  void tellsTheBytesThatItMoves() {
    assertThat(RadixSort.bytesPerPair(32)).isEqualTo(80);
    assertThat(RadixSort.bytesPerPair(13)).isEqualTo(40);
    assertThat(RadixSort.bytesPerPair(20)).isEqualTo(76);
  }

  /** Sorts pairs that are followed by others, which must stay as they are. */
  private static void assertSorted(GlContext context, RadixSort sort, int[] keys, int keyBits) {
    int count = keys.length;
    int[] padded = Arrays.copyOf(keys, count + 3);
    Arrays.fill(padded, count, count + 3, GUARD);
    context.run(
        () -> {
          try (GlBuffer first = context.buffer(count + 3);
              GlBuffer second = context.buffer(count + 3)) {
            first.upload(padded);
            second.upload(numbers(count + 3));
            sort.sort(first, second, count, keyBits);
            assertPairs(
                first.ints(0, count + 3), second.ints(0, count + 3), padded, count, keyBits);
          }
        });
  }

  /**
   * Checks the pairs against Java's stable sort of the numbers of the keys.
   *
   * @param keys as they were before
   * @param count how many of them were to be sorted
   */
  private static void assertPairs(
      int[] foundKeys, int[] foundValues, int[] keys, int count, int keyBits) {
    long mask = (1L << keyBits) - 1;
    int[] order =
        IntStream.range(0, count)
            .mapToLong(i -> (keys[i] & mask) << 31 | i)
            .sorted()
            .mapToInt(pair -> (int) (pair & Integer.MAX_VALUE))
            .toArray();
    int[] expected = numbers(keys.length);
    System.arraycopy(order, 0, expected, 0, count);
    assertThat(foundValues).isEqualTo(expected);
    assertThat(foundKeys).isEqualTo(Arrays.stream(expected).map(i -> keys[i]).toArray());
  }

  private static int[] numbers(int count) {
    return IntStream.range(0, count).toArray();
  }
}
