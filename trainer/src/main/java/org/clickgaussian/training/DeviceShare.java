package org.clickgaussian.training;

import java.util.Optional;

/** How much of a training a graphics processor is given; the less, the less memory it takes. */
public enum DeviceShare {
  /** Everything; blend weights of as many views as fit are kept there. */
  ALL("everything stays there"),

  /** No blend weights are kept there: those of an iteration's pixels are sent each time. */
  STREAMED("blend weights are sent there for each iteration"),

  /** The views are splatted by the processor besides: the scene is not on the device. */
  WITHOUT_RASTERIZER(
      "views are splatted by the processor, blend weights are sent there for each iteration");

  private final String words;

  DeviceShare(String words) {
    this.words = words;
  }

  /** The next smaller one; empty where only the processor is left. */
  public Optional<DeviceShare> less() {
    return this == WITHOUT_RASTERIZER ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /** What it means, in words. */
  public String describe() {
    return words;
  }
}
