package org.clickgaussian.splat.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlFaults;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.io.InputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCheckTest {
  /** For faults in one kernel: the others need not be compiled again. */
  private static GlContext shared;

  private GlContext context;

  @BeforeAll
  static void openShared() {
    shared = GlTestContext.open();
  }

  @AfterAll
  static void closeShared() {
    if (shared != null) {
      shared.close();
    }
  }

  @BeforeEach
  void open() {
    context = GlTestContext.open();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void aDeviceThatComputesAsTheProcessorPasses() {
    DeviceCheck check = DeviceCheck.of(context);
    assertThat(check.failure()).isEmpty();
    assertThat(check.passed()).isTrue();
    assertThat(check.findings()).hasSize(14).allMatch(Finding::passed);
    assertThat(check.renderer()).isEqualTo(context.report().renderer());
    assertThat(check.seconds()).isPositive();
    assertThat(DeviceCheck.require(context)).isSameAs(context);
    assertThat(context.allocatedBytes()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prefix_scan.comp     | before += value;             | before += value & 255u;  | prefix"
            + " sums",
        "sort_scatter.comp    | goal[i] = shifts             | goal[i] = 0u * shifts    | sorts",
        "sort_count.comp      | atomicAdd(found              | atomicOr(found           | sorts",
        "project.comp         | p * xy                       | p * xx                   | colours",
        "compact.comp         | keys_set(slot, depths_at(i)) | keys_set(slot, i)        | colours",
        "colours.comp         | 3.0 * xx - yy                | 3.0 * xx + yy            | colours",
        "blend_frame.comp     | vec3(through)                | vec3(0.0)                | colours",
        "blend_frame.comp     | sum.a                        | sum.b                    | depths",
        "blend_alpha.comp     | opaque += weight             | opaque = weight          | alphas",
        "blend_front.comp     | through <= 0.5               | through <= 0.6           | front",
        "pack.comp            | bytes.g                      | bytes.r                  | packed",
        "blend_quads.comp     | + quad, sum                  | , sum                    | 24"
            + " channels",
        "blend_channels.comp  | table_at(start + 1u)         | table_at(start)              | 3"
            + " channels",
        "blend_coverage.comp  | sum += weight                | sum = weight             |"
            + " coverages",
        "weights_count.comp   | found++                      | found += 2u              | blend"
            + " weights",
        "weights_write.comp   | entry, weight                | entry, 0.9 * weight      | blend"
            + " weights",
        "totals.comp          | totals_set(1u, next)         | totals_set(1u, next + 1u)    |"
            + " pictures",
        "scatter.comp         | values_at(k)                 | 2.0 * values_at(k)       | changes"
      })
  void aWrongKernelIsFound(String kernel, String words, String others, String what) {
    GlFaults.replace(shared, kernel, words, others);
    try {
      DeviceCheck check = DeviceCheck.of(shared);
      assertThat(check.passed()).isFalse();
      assertThat(check.failure().orElseThrow())
          .contains(shared.report().renderer())
          .contains(shared.report().version())
          .contains(what);
    } finally {
      GlFaults.rewrite(shared, kernel, text -> text);
    }
  }

  @Test
  void aKernelThatDoesNotCompileIsFound() {
    GlFaults.rewrite(shared, "blend_front.comp", text -> text + "\nnonsense\n");
    try {
      DeviceCheck check = DeviceCheck.of(shared);
      assertThat(check.failure().orElseThrow()).contains("blend_front.comp does not compile");
    } finally {
      GlFaults.rewrite(shared, "blend_front.comp", text -> text);
    }
  }

  @Test
  void aDeviceThatIsLostMeanwhileFails() {
    context.abandon("the device was unplugged");
    assertThat(DeviceCheck.of(context).failure().orElseThrow()).contains("was unplugged");
  }

  /** Subgroups in name only: nothing of what they are to compute is right. */
  @Test
  void subgroupsThatLieAreGivenUp() {
    GlFaults.pretendSubgroups(
        context,
        64,
        text ->
            text.replaceAll("#extension GL_KHR_shader_subgroup.*", "")
                .replace("gl_SubgroupInvocationID", "(gl_LocalInvocationIndex % 64u)")
                .replace("gl_SubgroupID", "(gl_LocalInvocationIndex / 64u)")
                .replace("gl_SubgroupSize", "64u")
                .replace("gl_NumSubgroups", "4u")
                .replace("subgroupBarrier()", "barrier()")
                .replace("subgroupExclusiveAdd(value)", "value"));
    assertThat(context.report().subgroupSize()).isEqualTo(64);
    DeviceCheck check = DeviceCheck.of(context);
    assertThat(check.passed()).isTrue();
    assertThat(check.findings().getFirst().sentence())
        .startsWith("subgroups are given up, since with them prefix sums are wrong in");
    assertThat(context.report().subgroupSize()).isZero();
  }

  @Test
  void doublesThatAreWrongAreGivenUp() {
    GlFaults.rewrite(
        context, "project.comp", text -> text.replace("const double NEAR = 0.2lf", "nonsense"));
    DeviceCheck check = DeviceCheck.of(context);
    assertThat(check.failure()).isEmpty();
    assertThat(check.findings().getFirst().sentence())
        .startsWith("doubles are given up, since with them pictures cannot be computed");
    assertThat(context.doubles().used()).isFalse();
  }

  @Test
  void withoutDoublesNoKernelNamesThem() {
    context.forgoDoubles();
    GlFaults.rewriteAll(
        context, text -> text.replaceFirst("\n", "\n#define double there_are_none\n"));
    assertThat(DeviceCheck.of(context).failure()).isEmpty();
  }

  @Test
  void autoGoesOnOnTheProcessorAndSaysWhy() {
    GlFaults.replace(context, "prefix_scan.comp", "before += value", "before = value");
    List<String> notices = new ArrayList<>();
    try (RenderingDevice device = RenderingDevice.open(Backend.AUTO, devices -> context)) {
      device.onFallback(notices::add);
      assertThat(device.context()).isEmpty();
    }
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("The graphics processor is not used, the processor is: ")
        .contains(context.report().renderer())
        .contains("prefix sums are wrong in");
    assertThatThrownBy(() -> context.run(() -> {})).hasMessageContaining("closed");
  }

  @Test
  void glAskedForByNameIsRefused() {
    GlFaults.replace(context, "prefix_scan.comp", "before += value", "before = value");
    assertThatThrownBy(() -> RenderingDevice.open(Backend.GL, devices -> context))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the backend gl cannot be used: ")
        .hasMessageContaining("prefix sums are wrong in");
  }
}
