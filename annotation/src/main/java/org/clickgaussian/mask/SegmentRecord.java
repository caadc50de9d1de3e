package org.clickgaussian.mask;

import java.util.List;

/**
 * One segment of an image, as a segmentation model proposes them; segments of one image may
 * overlap.
 *
 * @param mask the segment's pixels
 * @param predictedIou the overlap with a true segment that the model expects, about 0 to 1; NaN
 *     where it is not known
 * @param stabilityScore how little the mask changes when its threshold moves, 0 to 1; NaN where it
 *     is not known
 * @param points where the model was asked
 * @param cropBox the part of the image that the model saw
 */
public record SegmentRecord(
    RunLength mask,
    double predictedIou,
    double stabilityScore,
    List<PromptPoint> points,
    Box cropBox) {
  /** Copies the points. */
  public SegmentRecord {
    points = List.copyOf(points);
  }

  /** A segment of which nothing but its pixels is known. */
  public static SegmentRecord of(RunLength mask) {
    return new SegmentRecord(
        mask, Double.NaN, Double.NaN, List.of(), new Box(0, 0, mask.width(), mask.height()));
  }

  /** The number of pixels. */
  public int area() {
    return mask.area();
  }

  /** The smallest box around the pixels; see {@link RunLength#bounds}. */
  public Box box() {
    return mask.bounds();
  }
}
