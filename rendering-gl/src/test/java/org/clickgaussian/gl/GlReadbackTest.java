package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlReadbackTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 8})
  void handsOutEachCopyAsItWasWhenBegun(long partWords) {
    try (GlContext context = GlTestContext.open(partWords)) {
      context.run(
          () -> {
            try (GlBuffer buffer = context.buffer(21);
                GlReadback ring = context.readback(2)) {
              buffer.fill(7);
              GlReadback.Copy first = ring.begin(buffer, 21);
              buffer.fill(8);
              GlReadback.Copy second = ring.begin(buffer, 13);
              context.finish();
              assertThat(ring.isDone(first)).isTrue();
              int[] words = new int[21];
              ring.collect(first, MemorySegment.ofArray(words));
              assertThat(words).containsOnly(7);
              assertThat(ring.newestDone()).contains(second);
              int[] fewer = new int[13];
              ring.collect(second, MemorySegment.ofArray(fewer));
              assertThat(fewer).containsOnly(8);
              assertThat(ring.newestDone()).isEmpty();
              assertThatThrownBy(() -> ring.collect(second, MemorySegment.ofArray(fewer)))
                  .isInstanceOf(IllegalArgumentException.class);
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void givesUpTheOldestWhenTheRingIsFull(int slots) {
    try (GlContext context = GlTestContext.open()) {
      context.run(
          () -> {
            try (GlBuffer buffer = context.buffer(1000);
                GlReadback ring = context.readback(slots)) {
              GlReadback.Copy oldest = ring.begin(buffer, 1000);
              GlReadback.Copy newest = oldest;
              for (int i = 1; i <= slots; i++) {
                buffer.fill(i);
                newest = ring.begin(buffer, 1000 - i);
              }
              context.finish();
              assertThat(ring.newestDone()).contains(newest);
              int[] words = new int[1000 - slots];
              ring.collect(newest, MemorySegment.ofArray(words));
              assertThat(words).containsOnly(slots);
              assertThatThrownBy(() -> ring.collect(oldest, MemorySegment.ofArray(words)))
                  .isInstanceOf(IllegalArgumentException.class);
            }
          });
    }
  }

  @Test
  void givesUpTheCopyWhoseMemoryIsNeededThoughANewerOneIsCollected() {
    try (GlContext context = GlTestContext.open()) {
      context.run(
          () -> {
            try (GlBuffer buffer = context.buffer(10);
                GlReadback ring = context.readback(2)) {
              int[] words = new int[10];
              GlReadback.Copy oldest = ring.begin(buffer, 10);
              ring.collect(ring.begin(buffer, 10), MemorySegment.ofArray(words));
              buffer.fill(3);
              GlReadback.Copy newest = ring.begin(buffer, 10);
              assertThatThrownBy(() -> ring.collect(oldest, MemorySegment.ofArray(words)))
                  .isInstanceOf(IllegalArgumentException.class);
              ring.collect(newest, MemorySegment.ofArray(words));
              assertThat(words).containsOnly(3);
            }
          });
    }
  }
}
