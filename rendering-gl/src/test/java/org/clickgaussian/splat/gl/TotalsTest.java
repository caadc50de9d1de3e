package org.clickgaussian.splat.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clickgaussian.gl.GlBuffer;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlException;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.gl.sort.PrefixSum;
import org.junit.jupiter.api.Test;

/** Sums that do not fit are noticed, also where they come round to a small number. */
class TotalsTest {
  private static final int MILLION = 1_000_000;

  @Test
  void sumsBeyondTheLimitAreRefused() {
    try (GlContext context = GlTestContext.open()) {
      assertThat(total(context, 5, 0, 7).sum()).isEqualTo(12);
      assertThat(total(context, 5, 0, 7).count()).isEqualTo(3);
      assertThat(total(context, Integer.MAX_VALUE).sum()).isEqualTo(Integer.MAX_VALUE);
      assertThatThrownBy(() -> total(context, Integer.MAX_VALUE, 1))
          .isInstanceOf(GlException.class)
          .hasMessageContaining("2 billion apples");
      assertThatThrownBy(() -> total(context, 2000 * MILLION, 2000 * MILLION, 300 * MILLION))
          .isInstanceOf(GlException.class);
    }
  }

  private static Totals.Total total(GlContext context, int... values) {
    return context.call(
        () -> {
          try (GlBuffer sums = context.buffer(values.length + 1L);
              PrefixSum prefixSum = new PrefixSum(context);
              Totals totals = new Totals(context)) {
            sums.upload(values);
            prefixSum.exclusive(sums, sums, values.length);
            totals.begin();
            totals.words().upload(values.length);
            return totals.read(sums, values.length, "apples");
          }
        });
  }
}
