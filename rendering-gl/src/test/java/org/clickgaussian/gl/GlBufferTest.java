package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlBufferTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 63, 64, 65, 4098})
  void keepsWordsHoweverManyPartsItHas(int words) {
    for (long partWords : new long[] {0, 4, 64}) {
      try (GlContext context = GlTestContext.open(partWords)) {
        int[] values = IntStream.range(0, words).map(i -> i * 31 + 7).toArray();
        context.run(
            () -> {
              GlBuffer buffer = context.buffer(words);
              assertThat(buffer.ints(0, words)).isEqualTo(new int[words]);
              buffer.upload(values);
              assertThat(buffer.ints(0, words)).isEqualTo(values);
              buffer.close();
            });
        assertThat(context.allocatedBytes()).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8, 1024})
  void readsWritesFillsAndCopiesStretches(long partWords) {
    try (GlContext context = GlTestContext.open(partWords)) {
      context.run(
          () -> {
            try (GlBuffer from = context.buffer(100);
                GlBuffer to = context.buffer(77)) {
              from.fill(3, 60, -5);
              from.upload(5, MemorySegment.ofArray(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 10);
              from.copyTo(4, to, 13, 20);
              int[] expected = new int[77];
              for (int i = 0; i < 20; i++) {
                int at = 4 + i;
                expected[13 + i] = at >= 5 && at < 15 ? at - 4 : -5;
              }
              assertThat(to.ints(0, 77)).isEqualTo(expected);
              assertThat(from.ints(0, 6)).containsExactly(0, 0, 0, -5, -5, 1);
              assertThatThrownBy(() -> from.ints(90, 11))
                  .isInstanceOf(IndexOutOfBoundsException.class);
            }
          });
    }
  }
}
