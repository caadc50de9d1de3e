package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoublesTest {
  @Test
  void areUsedWhereTheyAreFast() {
    assertThat(Doubles.of(2).used()).isTrue();
    assertThat(Doubles.of(2).sentence()).isEqualTo("used, they take 2.0 times as long as floats");
    assertThat(Doubles.of(32).used()).isFalse();
    assertThat(Doubles.of(Double.POSITIVE_INFINITY).sentence())
        .isEqualTo("not used, the driver does not compile them");
    assertThat(Doubles.UNTRIED.sentence()).isEqualTo("used");
  }

  @Test
  void aTrialMeasuresThem() {
    try (GlContext context = GlTestContext.open()) {
      Doubles measured = context.call(() -> DoublesProbe.measure(context));
      assertThat(measured.slowdown().orElseThrow()).isBetween(0.1, 1e4);
    }
  }

  @Test
  void areNotUsedWhereTheyDoNotCompile() {
    try (GlContext context = GlTestContext.open()) {
      GlFaults.rewrite(
          context, "doubles.comp", text -> text.replace("NUMBER first", "nonsense first"));
      Doubles measured = context.call(() -> DoublesProbe.measure(context));
      assertThat(measured.used()).isFalse();
      assertThat(measured.slowdown()).hasValue(Double.POSITIVE_INFINITY);
    }
  }
}
