package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlKernelTest {
  private static final Map<String, String> NONE = Map.of();

  @ParameterizedTest
  @ValueSource(longs = {0, 4, 64, 2048})
  void computesTheSameHoweverBuffersAreSplit(long partWords) {
    int count = 13;
    try (GlContext context = GlTestContext.open(partWords)) {
      context.run(
          () -> {
            try (GlBuffer source = context.buffer(count);
                GlBuffer target = context.buffer(count)) {
              source.upload(floats(count, 1));
              target.upload(floats(count, 100));
              context
                  .kernel(getClass(), "addTwice.comp", NONE)
                  .with("source", source)
                  .with("target", target)
                  .set("count", count - 1)
                  .set("offset", 0.25f)
                  .set("three", 1, 2, 3)
                  .set("matrix", 0, 0, 0, 10, 20, 30, 0, 0, 0)
                  .set("unused", 4)
                  .dispatch(1);
              float[] expected = floats(count, 100);
              for (int i = 0; i < count - 1; i++) {
                expected[i] += 2 * i + 0.25f + 140;
              }
              assertThat(target.floats(0, count)).isEqualTo(expected);
            }
          });
    }
  }

  @Test
  void splitsBuffersOfFourWordsAnElement() {
    try (GlContext context = GlTestContext.open(16)) {
      int count = 11;
      int[] values = IntStream.range(0, 4 * count).toArray();
      context.run(
          () -> {
            try (GlBuffer source = context.buffer(4 * count);
                GlBuffer target = context.buffer(4 * count)) {
              source.upload(values);
              context
                  .kernel(getClass(), "reverse.comp", NONE)
                  .with("source", source)
                  .with("target", target)
                  .set("count", count)
                  .dispatch(1);
              int[] reversed = IntStream.range(0, 4 * count).map(i -> 4 * count - 1 - i).toArray();
              assertThat(target.ints(0, 4 * count)).isEqualTo(reversed);
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 13, 700})
  void longWorkInSeveralDispatchesRunsEachGroupOnce(int pieces) {
    try (GlContext context = GlTestContext.open()) {
      context.pretendSpeed(10);
      int count = 32 * 70_000 - 1;
      context.run(
          () -> {
            try (GlBuffer hits = context.buffer(70_001);
                GlBuffer sums = context.buffer(70_001);
                GlBuffer groups = context.buffer(1)) {
              GlKernel kernel = context.kernel(getClass(), "count.comp", NONE);
              GlCall call = kernel.with("hits", hits).with("sums", sums).with("groups", groups);
              call.set("count", count).set("bins", 70_001).dispatch(70_000, pieces);
              call.set("count", 5).dispatch(1);
              int[] expected = new int[70_001];
              for (int i = 0; i < count + 5; i++) {
                expected[i < count ? i % 70_001 : i - count]++;
              }
              assertThat(hits.ints(0, 70_001)).isEqualTo(expected);
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4})
  void addsAtomicallyAndFoldsManyGroups(long partWords) {
    try (GlContext context = GlTestContext.open(partWords)) {
      int count = 32 * 70_000;
      context.run(
          () -> {
            try (GlBuffer hits = context.buffer(7);
                GlBuffer sums = context.buffer(7);
                GlBuffer groups = context.buffer(1)) {
              context
                  .kernel(getClass(), "count.comp", NONE)
                  .with("hits", hits)
                  .with("sums", sums)
                  .with("groups", groups)
                  .set("count", count)
                  .set("bins", 7)
                  .dispatch(70_000);
              assertThat(IntStream.of(hits.ints(0, 7)).sum()).isEqualTo(count);
              assertThat(hits.ints(0, 7)).containsOnly(count / 7);
              assertThat(sums.floats(0, 7)).containsOnly(count / 7 * 0.5f);
              assertThat(groups.ints(0, 1)[0]).isGreaterThanOrEqualTo(69_999);
            }
          });
    }
  }

  @Test
  void startsAsManyGroupsAsABufferSays() {
    try (GlContext context = GlTestContext.open()) {
      context.run(
          () -> {
            try (GlBuffer arguments = context.buffer(5);
                GlBuffer hits = context.buffer(1);
                GlBuffer sums = context.buffer(1);
                GlBuffer groups = context.buffer(1)) {
              arguments.upload(9, 9, 3, 1, 1);
              context
                  .kernel(getClass(), "count.comp", NONE)
                  .with("hits", hits)
                  .with("sums", sums)
                  .with("groups", groups)
                  .set("count", 1000)
                  .set("bins", 1)
                  .dispatchIndirect(arguments, 2);
              assertThat(hits.ints(0, 1)).containsExactly(96);
            }
          });
    }
  }

  @Test
  void tellsFileAndLineOfAMistake() {
    try (GlContext context = GlTestContext.open()) {
      assertThatThrownBy(
              () ->
                  context.run(
                      () -> {
                        try (GlBuffer buffer = context.buffer(1)) {
                          new GlCall(context, context.kernel(getClass(), "wrong.comp", NONE))
                              .dispatch(1);
                        }
                      }))
          .isInstanceOf(GlException.class)
          .hasMessageContaining("wrong.comp does not compile")
          .hasMessageContaining("wrong.glsl:3")
          .hasMessageContaining("nothing");
    }
  }

  @Test
  void refusesNamesThatTheShaderDoesNotHave() {
    try (GlContext context = GlTestContext.open()) {
      context.run(
          () -> {
            GlKernel kernel = context.kernel(getClass(), "addTwice.comp", NONE);
            try (GlBuffer buffer = context.buffer(1)) {
              assertThatThrownBy(() -> kernel.with("sauce", buffer))
                  .hasMessageContaining("declares no buffer sauce");
              assertThatThrownBy(() -> kernel.with("source", buffer).set("cuont", 1))
                  .hasMessageContaining("no uniform cuont");
              assertThatThrownBy(() -> kernel.with("source", buffer).dispatch(1))
                  .hasMessageContaining("was given no buffer target");
            }
          });
    }
  }

  @Test
  void refusesMoreBuffersThanTheDriverShows() {
    try (GlContext context = GlTestContext.open(4)) {
      context.run(
          () -> {
            try (GlBuffer large = context.buffer(4_000)) {
              assertThatThrownBy(
                      () ->
                          context
                              .kernel(getClass(), "addTwice.comp", NONE)
                              .with("source", large)
                              .with("target", large)
                              .dispatch(1))
                  .isInstanceOf(GlException.class)
                  .hasMessageContaining("use the processor");
            }
          });
    }
  }

  private static float[] floats(int count, float first) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = first == 1 ? i : first + i;
    }
    return values;
  }
}
