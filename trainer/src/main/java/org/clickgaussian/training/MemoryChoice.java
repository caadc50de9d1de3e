package org.clickgaussian.training;

import java.util.OptionalLong;

/**
 * What a person says about a run's memory. The result has the same bits whatever is said, as long
 * as the same device learns and the same one splats.
 *
 * @param weights what is done with the blend weights
 * @param hostLimit the most bytes that the run may take in the host's memory; empty for what there
 *     is
 * @param deviceLimit the most bytes that it may take on a graphics processor; empty for what is
 *     free
 */
public record MemoryChoice(
    BlendWeightChoice weights, OptionalLong hostLimit, OptionalLong deviceLimit) {
  /** Whatever there is may be used. */
  public static final MemoryChoice FREE =
      new MemoryChoice(BlendWeightChoice.AUTO, OptionalLong.empty(), OptionalLong.empty());

  /** Bytes of the host's memory that may be used. */
  public long usableOnHost() {
    return hostLimit.orElseGet(MemoryForecast::limitOfThisMachine);
  }
}
