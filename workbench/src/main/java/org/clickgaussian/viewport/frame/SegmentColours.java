package org.clickgaussian.viewport.frame;

import org.clickgaussian.mask.SegmentMap;

/** Colours for the segments of a photo, the same wherever they are shown. */
public final class SegmentColours {
  /** For what disagrees: pixels that are in a segment where they should not be. */
  public static final int DISAGREEING = 0xff3b30;

  private SegmentColours() {}

  /** A colour for each segment s at s − 1, unlike those of its neighbours: 0xRRGGBB. */
  public static int[] of(SegmentMap map) {
    return MapColouring.colours(Borders.ofSegments(map));
  }
}
