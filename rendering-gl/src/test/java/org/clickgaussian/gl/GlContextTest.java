package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class GlContextTest {
  @Test
  void saysWhatTheDeviceIs() {
    try (GlContext context = GlTestContext.open()) {
      GpuReport report = context.report();
      assertThat(report.renderer()).isNotBlank();
      assertThat(report.version()).startsWith("4.");
      assertThat(report.limits().storageBlocks()).isGreaterThanOrEqualTo(8);
      assertThat(report.limits().storageBlockBytes()).isGreaterThanOrEqualTo(1L << 24);
      assertThat(report.limits().sharedBytes()).isGreaterThanOrEqualTo(32 << 10);
      assertThat(report.limits().groupInvocations()).isGreaterThanOrEqualTo(1024);
    }
  }

  @Test
  void runsEverythingOnOneThreadAndPassesOnWhatItThrows() {
    try (GlContext context = GlTestContext.open()) {
      Thread first = context.call(Thread::currentThread);
      Thread second = context.call(() -> context.call(Thread::currentThread));
      assertThat(first).isSameAs(second).isNotSameAs(Thread.currentThread());
      assertThatThrownBy(
              () ->
                  context.run(
                      () -> {
                        throw new IllegalArgumentException("mine");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("mine");
    }
  }

  @Test
  void refusesWorkOnceTheDeviceIsLost() {
    try (GlContext context = GlTestContext.open()) {
      context.abandon("the device was unplugged");
      assertThatThrownBy(() -> context.run(() -> {}))
          .isInstanceOf(GlLostException.class)
          .hasMessage("the device was unplugged");
    }
  }

  @Test
  void refusesWorkOnceClosed() {
    GlContext context = GlTestContext.open();
    GlBuffer buffer = context.call(() -> context.buffer(4));
    context.close();
    context.close();
    buffer.close();
    assertThatThrownBy(() -> context.run(() -> {})).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opensSeveralContextsBesideEachOther() {
    try (GlContext one = GlTestContext.open();
        GlContext two = GlTestContext.open()) {
      GlBuffer ofOne = one.call(() -> one.buffer(2));
      GlBuffer ofTwo = two.call(() -> two.buffer(2));
      one.run(() -> ofOne.upload(1, 2));
      two.run(() -> ofTwo.upload(3, 4));
      assertThat(one.call(() -> ofOne.ints(0, 2))).containsExactly(1, 2);
      assertThat(two.call(() -> ofTwo.ints(0, 2))).containsExactly(3, 4);
      ofOne.close();
      ofTwo.close();
    }
  }

  @Test
  void countsADriverOnTheProcessorAsNoGraphicsProcessor() {
    GlContext any = GlTestContext.open();
    boolean software = any.report().isSoftware();
    any.close();
    if (software) {
      assertThatThrownBy(() -> GlContext.open(GlDevices.HARDWARE))
          .isInstanceOf(GlException.class)
          .hasMessageContaining("no graphics processor")
          .hasMessageContaining("computes on the processor");
    } else {
      GlContext.open(GlDevices.HARDWARE).close();
    }
  }

  @Test
  void usesSubgroupsOnlyWhereTheyAreFull() {
    try (GlContext context = GlTestContext.open()) {
      GpuReport report = context.report();
      boolean full = context.call(() -> SubgroupProbe.holds(context));
      assertThat(full).isEqualTo(report.subgroupSize() > 0);
      assertThat(report.withSubgroups(0).subgroupSize()).isZero();
    }
  }

  @Test
  void saysThatTheDeviceIsLostAlsoWhereWorkFailsForIt() {
    try (GlContext context = GlTestContext.open()) {
      GlException failure = new GlException("OpenGL does not show the memory of a copy");
      assertThatThrownBy(
              () ->
                  context.run(
                      () -> {
                        context.abandon("the device was unplugged");
                        throw failure;
                      }))
          .isInstanceOf(GlLostException.class)
          .hasMessage("the device was unplugged")
          .hasSuppressedException(failure);
    }
  }

  @Test
  void aHiddenWindowServesWhereThereIsADisplay() {
    GlContext onWindow;
    try {
      onWindow = GlContext.openOnWindow();
    } catch (GlException e) {
      System.err.println("Test skipped, " + e.getMessage());
      Assumptions.abort(e.getMessage());
      return;
    }
    try (onWindow;
        GlContext beside = GlTestContext.open()) {
      assertThat(onWindow.report().surface()).isEqualTo("hidden window");
      for (GlContext context : List.of(onWindow, beside, onWindow)) {
        context.run(
            () -> {
              try (GlBuffer buffer = context.buffer(5)) {
                buffer.upload(1, 2, 3, 4, 5);
                assertThat(buffer.ints(1, 3)).containsExactly(2, 3, 4);
              }
            });
      }
    }
  }

  @Test
  void takesNoMoreMemoryThanItIsAllowed() {
    try (GlContext context = GlTestContext.open()) {
      context.limitMemory(4096);
      assertThat(context.call(context::freeMemoryBytes)).hasValue(4096);
      GlBuffer first = context.call(() -> context.buffer(600));
      assertThat(context.call(context::freeMemoryBytes)).hasValue(4096 - 2400);
      assertThatThrownBy(() -> context.call(() -> context.buffer(600)))
          .isInstanceOf(GlMemoryException.class)
          .hasMessageContaining("2,400 bytes do not fit in the 1,696 of the 4,096");
      context.limitMemory(112);
      assertThatThrownBy(() -> context.call(() -> context.buffer(1)))
          .isInstanceOf(GlMemoryException.class);
      context.run(() -> first.upload(1, 2, 3));
      assertThat(context.call(() -> first.ints(0, 3))).containsExactly(1, 2, 3);
      first.close();
      GlBuffer second = context.call(() -> context.buffer(25));
      assertThat(context.allocatedBytes()).isEqualTo(112);
      second.close();
    }
  }
}
