package org.clickgaussian.gl.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.math.RandomStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixSumTest {
  private static final int GUARD = 0x5AFE;

  private static GlContext context;

  @BeforeAll
  static void open() {
    context = GlTestContext.open();
  }

  @AfterAll
  static void close() {
    if (context != null) {
      assertThat(context.allocatedBytes()).isZero();
      context.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 255, 256, 257, 4095, 4096, 4097, 70_001})
  void addsUpWhatComesBefore(int count) {
    try (PrefixSum sum = sum(context)) {
      assertSums(context, sum, values(count));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255, 257, 65_536, 65_537, 70_001})
  void crossesManyLevels(int count) {
    try (PrefixSum sum = context.call(() -> new PrefixSum(context, 1, Map.of()))) {
      assertSums(context, sum, values(count));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_098, 70_001})
  void needsNoSubgroups(int count) {
    try (PrefixSum sum =
        context.call(() -> new PrefixSum(context, 2, SortKernels.SHARED_MEMORY_ONLY))) {
      assertSums(context, sum, values(count));
    }
  }

  @Test
  void sumsBuffersThatLieInParts() {
    try (GlContext split = GlTestContext.open(1 << 13);
        PrefixSum sum = sum(split)) {
      assertSums(split, sum, values(20_001));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 257, 4_098, 30_000, 40_000})
  void takesTheCountFromTheDevice(int told) {
    int most = 30_000;
    int count = Math.min(told, most);
    int[] values = values(most);
    try (PrefixSum sum = context.call(() -> new PrefixSum(context, 1, Map.of()))) {
      context.run(
          () -> {
            try (GlBuffer from = context.buffer(most);
                GlBuffer to = context.buffer(most + 1);
                GlBuffer counts = context.buffer(4)) {
              from.upload(values);
              to.fill(GUARD);
              counts.fill(2, 1, told);
              sum.exclusive(from, to, counts, 2, most);
              int[] found = to.ints(0, most + 1);
              int[] expected = Arrays.copyOf(expected(Arrays.copyOf(values, count)), most + 1);
              Arrays.fill(expected, count + 1, most + 1, GUARD);
              assertThat(found).isEqualTo(expected);
            }
          });
    }
  }

  @Test
  void refusesBuffersThatAreTooShort() {
    try (PrefixSum sum = sum(context)) {
      context.run(
          () -> {
            try (GlBuffer buffer = context.buffer(8)) {
              assertThatThrownBy(() -> sum.exclusive(buffer, buffer, 8))
                  .isInstanceOf(IllegalArgumentException.class);
            }
          });
    }
  }

  private static PrefixSum sum(GlContext context) {
    return context.call(() -> new PrefixSum(context));
  }

  /** Sums into another buffer and in place. */
  private static void assertSums(GlContext context, PrefixSum sum, int[] values) {
    int count = values.length;
    context.run(
        () -> {
          try (GlBuffer from = context.buffer(count + 2);
              GlBuffer to = context.buffer(count + 2)) {
            from.upload(values);
            from.fill(count, 2, GUARD);
            to.fill(GUARD);
            sum.exclusive(from, to, count);
            int[] expected = Arrays.copyOf(expected(values), count + 2);
            expected[count + 1] = GUARD;
            assertThat(to.ints(0, count + 2)).isEqualTo(expected);
            assertThat(from.ints(0, count)).isEqualTo(values);
            sum.exclusive(from, from, count);
            assertThat(from.ints(0, count + 2)).isEqualTo(expected);
          }
        });
  }

  /** Large enough for sums beyond 32 bits, which are kept modulo 2^32. */
  private static int[] values(int count) {
    RandomStream random = new RandomStream(7, "prefix sums", count);
    int[] values = new int[count];
    Arrays.setAll(values, i -> (int) (random.nextLong() >>> 44));
    return values;
  }

  private static int[] expected(int[] values) {
    int[] sums = new int[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    return sums;
  }
}
