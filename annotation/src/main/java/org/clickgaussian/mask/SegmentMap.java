package org.clickgaussian.mask;

/**
 * The segments of one photo at one level: every pixel belongs to one segment or to none.
 *
 * @param width pixels in a row
 * @param height pixels in a column
 * @param segments int[height · width], row by row: 0 = unlabelled, else a segment 1 … count
 * @param count the number of segments; IDs are dense
 */
public record SegmentMap(int width, int height, int[] segments, int count) {
  /** Checks the shape. */
  public SegmentMap {
    if (segments.length != width * height) {
      throw new IllegalArgumentException(
          segments.length + " labels for " + width + " × " + height + " pixels");
    }
  }
}
