package org.clickgaussian.mask.format;

import java.util.List;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.TwoLevelMasks;

/** The masks of one image in whichever form keeps what their source knew. */
public sealed interface ImportedMasks {
  /**
   * Segments that may overlap.
   *
   * @param records all of one size; may be empty
   */
  record Segments(List<SegmentRecord> records) implements ImportedMasks {}

  /** One segment a pixel, without levels. */
  record Labels(SegmentMap map) implements ImportedMasks {}

  /** One segment a pixel at each level. */
  record Levels(TwoLevelMasks masks) implements ImportedMasks {}
}
