package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoublesTest {
  @Test
  void areUsedWhereTheyAreFast() {
    assertThat(Doubles.of(2).used()).isTrue();
    assertThat(Doubles.of(2).sentence()).isEqualTo("used, they take 2.0 times as long as floats");
    assertThat(Doubles.of(32).used()).isFalse();
    assertThat(Doubles.of(Double.POSITIVE_INFINITY).sentence())
        .isEqualTo("not used, the driver does not compile them");
    assertThat(Doubles.untried().sentence()).isEqualTo("used");
  }

  @Test
  void aTrialMeasuresThem() {
    try (GlContext context = GlTestContext.open()) {
      double floats = context.call(() -> SpeedProbe.floats(context));
      assertThat(floats).isBetween(1e6, 1e15);
      double doubles = context.call(() -> SpeedProbe.doubles(context));
      assertThat(floats / doubles).isBetween(0.1, 1e4);
    }
  }

  @Test
  void areNotUsedWhereTheyDoNotCompile() {
    try (GlContext context = GlTestContext.open()) {
      GlFaults.rewrite(
          context, "speed.comp", text -> text.replace("NUMBER first", "nonsense first"));
      assertThat(context.<Double>call(() -> SpeedProbe.doubles(context))).isZero();
      assertThat(Doubles.of(1e9 / 0.0).used()).isFalse();
    }
  }

  @Test
  void sumsOfTwoFloatsHoldWhereTheCompilerLeavesThemAlone() {
    try (GlContext context = GlTestContext.open()) {
      assertThat(context.<Boolean>call(() -> TwoFloatsProbe.holds(context))).isTrue();
      for (String lost : List.of("(a - ofA) + (b - ofB)", "lost + lowerA * lowerB")) {
        GlFaults.replace(context, "two_floats.comp", lost, "0.0");
        assertThat(context.<Boolean>call(() -> TwoFloatsProbe.holds(context))).isFalse();
      }
      GlFaults.replace(context, "two_floats.comp", "first = a.x * inverse", "first = 0.0");
      assertThat(context.<Boolean>call(() -> TwoFloatsProbe.holds(context))).isFalse();
    }
    assertThat(Doubles.of(32).usedAllTheSame().sentence())
        .isEqualTo("used, they take 32.0 times as long as floats");
  }
}
