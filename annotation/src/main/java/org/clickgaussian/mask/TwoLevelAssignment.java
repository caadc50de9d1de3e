package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the two granularity levels from the overlapping segments of one image (section 3.1 of the
 * Click-Gaussian paper): at the coarse level a pixel belongs to the largest of the segments that
 * hold it, at the fine level to the smallest.
 *
 * <p>Of segments with the same area the one with the higher predicted IoU wins the pixel, at both
 * levels; an unknown IoU counts as the lowest. Of segments alike in that, too, the earlier record
 * wins. A segment that wins no pixel of a level has no ID there; the others are numbered 1, 2, … in
 * the order of their records. Pixels in no segment are 0.
 */
public final class TwoLevelAssignment {
  private static final int BLOCK = 32;

  private TwoLevelAssignment() {}

  /**
   * The two levels of an image.
   *
   * <p>Where the segments' size differs from the image's, the result is that of painting at the
   * segments' own size (areas too are counted there) and taking the nearest pixel of that map.
   *
   * @param segments overlapping segments, all of one size; may be empty
   * @param width pixels in a row of the image
   * @param height pixels in a column of the image
   */
  public static TwoLevelMasks assign(
      List<SegmentRecord> segments, int width, int height, AssignmentOptions options) {
    List<SegmentRecord> admitted = segments.stream().filter(options::admits).toList();
    List<RunLength> masks = new ArrayList<>(admitted.size());
    for (SegmentRecord segment : admitted) {
      masks.add(segment.mask().resized(width, height));
    }
    Integer[] smallestLast = new Integer[admitted.size()];
    Arrays.setAll(smallestLast, i -> i);
    Integer[] largestLast = smallestLast.clone();
    Comparator<Integer> byArea = Comparator.comparingInt(i -> admitted.get(i).area());
    Comparator<Integer> betterLast =
        Comparator.<Integer>comparingDouble(i -> knownOrLowest(admitted.get(i).predictedIou()))
            .thenComparing(Comparator.reverseOrder());
    Arrays.sort(largestLast, byArea.thenComparing(betterLast));
    Arrays.sort(smallestLast, byArea.reversed().thenComparing(betterLast));
    return new TwoLevelMasks(
        painted(masks, largestLast, width, height), painted(masks, smallestLast, width, height));
  }

  private static double knownOrLowest(double predictedIou) {
    return Double.isNaN(predictedIou) ? Double.NEGATIVE_INFINITY : predictedIou;
  }

  /** Paints in the given order: what comes later wins. */
  private static SegmentMap painted(List<RunLength> masks, Integer[] order, int width, int height) {
    int[] columns = new int[width * height];
    for (int index : order) {
      masks.get(index).paint(columns, index + 1);
    }
    int[] ids = new int[masks.size() + 1];
    for (int label : columns) {
      ids[label] = 1;
    }
    int count = 0;
    ids[0] = 0;
    for (int label = 1; label < ids.length; label++) {
      if (ids[label] != 0) {
        ids[label] = ++count;
      }
    }
    return new SegmentMap(width, height, rows(columns, ids, width, height), count);
  }

  /** Turns columns into rows, block by block to stay in the cache, and labels into IDs. */
  private static int[] rows(int[] columns, int[] ids, int width, int height) {
    int[] rows = new int[columns.length];
    for (int x0 = 0; x0 < width; x0 += BLOCK) {
      for (int y0 = 0; y0 < height; y0 += BLOCK) {
        int x1 = Math.min(width, x0 + BLOCK);
        int y1 = Math.min(height, y0 + BLOCK);
        for (int y = y0; y < y1; y++) {
          for (int x = x0; x < x1; x++) {
            rows[y * width + x] = ids[columns[x * height + y]];
          }
        }
      }
    }
    return rows;
  }
}
