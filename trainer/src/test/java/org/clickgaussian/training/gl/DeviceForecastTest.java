package org.clickgaussian.training.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.training.DeviceShare;
import org.junit.jupiter.api.Test;

class DeviceForecastTest {
  private static final long GIGABYTE = 1_000_000_000;

  @Test
  void aMillionGaussiansTakeOverAGigabyteAndTheRestIsForWeights() {
    DeviceForecast forecast = DeviceForecast.of(1_000_000, FeatureLayout.PAPER, 5, 12_000);
    assertThat(forecast.total()).isBetween(GIGABYTE, 2 * GIGABYTE);
    long budget = forecast.budget("a card", OptionalLong.of(80 * GIGABYTE));
    assertThat(budget).isBetween(60 * GIGABYTE, 68 * GIGABYTE);
  }

  @Test
  void whatDoesNotFitIsRefusedInASentenceWithTheNumbers() {
    DeviceForecast forecast = DeviceForecast.of(1_000_000, FeatureLayout.PAPER, 5, 12_000);
    assertThatThrownBy(() -> forecast.budget("a small card", OptionalLong.of(GIGABYTE)))
        .isInstanceOf(GlMemoryException.class)
        .hasMessageContaining("features, moments and gradient 0.39 GB")
        .hasMessageContaining("of a small card only 0.85 GB may be used");
  }

  @Test
  void withoutTheRasteriserAMillionGaussiansTakeHalf() {
    DeviceForecast all = DeviceForecast.of(1_000_000, FeatureLayout.PAPER, 5, 12_000);
    assertThat(all.on(DeviceShare.ALL)).isEqualTo(all);
    assertThat(all.on(DeviceShare.STREAMED)).isEqualTo(all);
    DeviceForecast less = all.on(DeviceShare.WITHOUT_RASTERIZER);
    assertThat(all.total() - less.total()).isEqualTo(600_000_000L);
    assertThat(less.total()).isBetween(GIGABYTE / 2, 6 * GIGABYTE / 10);
  }

  @Test
  void aDriverThatDoesNotTellKeepsAModestShare() {
    DeviceForecast forecast = DeviceForecast.of(1000, FeatureLayout.PAPER, 5, 300);
    assertThat(forecast.budget("a card", OptionalLong.empty())).isEqualTo(512L << 20);
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
