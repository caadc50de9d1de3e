package org.clickgaussian.mask;

/**
 * The segments of one photo at both granularity levels.
 *
 * @param coarse objects
 * @param fine parts; the same size as {@code coarse}
 */
public record TwoLevelMasks(SegmentMap coarse, SegmentMap fine) {
  /** Checks that both levels have the same size. */
  public TwoLevelMasks {
    if (coarse.width() != fine.width() || coarse.height() != fine.height()) {
      throw new IllegalArgumentException("the two levels differ in size");
    }
  }
}
