package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.TreeSet;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.gl.GpuReport;
import org.junit.jupiter.api.Test;

class DeviceForecastTest {
  private static final long GIGABYTE = 1_000_000_000;

  private static GpuReport device(OptionalLong free) {
    return new GpuReport(
        "maker",
        "a small card",
        "4.6",
        "EGL device 0",
        new GpuReport.Limits(1 << 27, 16, 1 << 15, 1024, 65535),
        32,
        free,
        new TreeSet<>());
  }

  @Test
  void aMillionGaussiansTakeOverAGigabyteAndTheRestIsForWeights() {
    DeviceForecast forecast = DeviceForecast.of(1_000_000, FeatureLayout.PAPER, 5, 12_000);
    assertThat(forecast.total()).isBetween(GIGABYTE, 2 * GIGABYTE);
    long budget = forecast.budget(device(OptionalLong.of(80 * GIGABYTE)));
    assertThat(budget).isBetween(60 * GIGABYTE, 68 * GIGABYTE);
  }

  @Test
  void whatDoesNotFitIsRefusedInASentenceWithTheNumbers() {
    DeviceForecast forecast = DeviceForecast.of(1_000_000, FeatureLayout.PAPER, 5, 12_000);
    assertThatThrownBy(() -> forecast.budget(device(OptionalLong.of(GIGABYTE))))
        .isInstanceOf(GlMemoryException.class)
        .hasMessageContaining("features, moments and gradient 0.39 GB")
        .hasMessageContaining("of a small card only 0.85 GB may be used");
  }

  @Test
  void aDriverThatDoesNotTellKeepsAModestShare() {
    DeviceForecast forecast = DeviceForecast.of(1000, FeatureLayout.PAPER, 5, 300);
    assertThat(forecast.budget(device(OptionalLong.empty()))).isEqualTo(512L << 20);
  }

  @Test
  void whatIsExhaustedStaysSo() {
    MemoryBudget budget = new MemoryBudget(100);
    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(60)).isFalse();
    budget.give(60);
    assertThat(budget.take(90)).isTrue();
    budget.exhaust();
    budget.give(90);
    assertThat(budget.take(1)).isFalse();
  }
}
