package org.clickgaussian.splat.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpTwoTest {

  @Test
  void relativeErrorStaysBelowOneInTenMillion() {
    double largest = 0;
    for (float d = 0; d < 100; d = Math.max(Math.nextUp(d), d * 1.000_01f + 1e-7f)) {
      double exact = Math.pow(2, -(double) d);
      largest = Math.max(largest, Math.abs(ExpTwo.ofMinus(d) / exact - 1));
    }
    assertThat(largest).isLessThan(1e-7);
  }

  @Test
  void wholeNumbersAreExact() {
    for (int d = 0; d < 100; d++) {
      assertThat(ExpTwo.ofMinus(d)).isEqualTo((float) Math.pow(2, -d));
    }
  }
}
