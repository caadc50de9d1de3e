package org.clickgaussian.mask;

/**
 * Which segments take part in the assignment to two levels. A segment whose score is not known
 * takes part whatever the lower limit.
 *
 * @param minArea least pixels of a segment, at the masks' own size
 * @param minPredictedIou least expected overlap
 * @param minStabilityScore least stability
 */
public record AssignmentOptions(int minArea, double minPredictedIou, double minStabilityScore) {
  /** Every segment takes part. */
  public static final AssignmentOptions ALL = new AssignmentOptions(0, 0, 0);

  /** Whether a segment takes part. */
  public boolean admits(SegmentRecord segment) {
    return segment.area() >= minArea
        && !(segment.predictedIou() < minPredictedIou)
        && !(segment.stabilityScore() < minStabilityScore);
  }
}
