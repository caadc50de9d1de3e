package org.clickgaussian.mask;

import java.util.Arrays;

/**
 * How the segments of one level fill a photo.
 *
 * @param segments how many there are
 * @param coverage the share of the photo's pixels in a segment, 0 to 1
 * @param smallest pixels of the smallest segment; 0 where there is none, as for the next two
 * @param median pixels of the middle segment by size, of an even number the smaller of the two
 * @param largest pixels of the largest segment
 */
public record LevelCoverage(int segments, double coverage, int smallest, int median, int largest) {
  /** Counts the pixels of a map. */
  public static LevelCoverage of(SegmentMap map) {
    int[] sizes = map.sizes();
    double coverage = 1 - sizes[0] / (double) map.segments().length;
    int[] sorted = Arrays.copyOfRange(sizes, 1, sizes.length);
    Arrays.sort(sorted);
    int count = sorted.length;
    return count == 0
        ? new LevelCoverage(0, coverage, 0, 0, 0)
        : new LevelCoverage(count, coverage, sorted[0], sorted[(count - 1) / 2], sorted[count - 1]);
  }
}
