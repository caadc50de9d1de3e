package org.clickgaussian.mask;

import java.util.Arrays;

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

  /**
   * A map from labels with gaps: the labels that occur become 1, 2, … in ascending order.
   *
   * @param labels int[height · width], row by row: 0 = unlabelled, none negative; left unchanged
   */
  public static SegmentMap dense(int width, int height, int[] labels) {
    int[] used = occurring(labels);
    int[] ids = new int[labels.length];
    int last = 0;
    int lastId = 0;
    for (int p = 0; p < labels.length; p++) {
      // Neighbours mostly share their label: look it up once a run.
      if (labels[p] != last) {
        last = labels[p];
        lastId = last == 0 ? 0 : Arrays.binarySearch(used, last) + 1;
      }
      ids[p] = lastId;
    }
    return new SegmentMap(width, height, ids, used.length);
  }

  /** The number of pixels of every segment: int[count + 1], the unlabelled ones at 0. */
  public int[] sizes() {
    int[] sizes = new int[count + 1];
    for (int id : segments) {
      sizes[id]++;
    }
    return sizes;
  }

  /**
   * The map in an image of another size, by the nearest pixel as {@link BitMask#resized} takes it;
   * segments that have no pixel there lose their ID. Returns this where the size is the same.
   */
  public SegmentMap resized(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    int[] columns = NearestSampling.sources(width, newWidth);
    int[] rows = NearestSampling.sources(height, newHeight);
    int[] labels = new int[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        labels[y * newWidth + x] = segments[rows[y] * width + columns[x]];
      }
    }
    return dense(newWidth, newHeight, labels);
  }

  /** The labels that occur, ascending, without 0. */
  private static int[] occurring(int[] labels) {
    int[] runs = new int[16];
    int count = 0;
    int last = 0;
    for (int label : labels) {
      if (label < 0) {
        throw new IllegalArgumentException("a negative label: " + label);
      }
      if (label != last && label != 0) {
        if (count == runs.length) {
          runs = sortedDistinct(runs, count);
          count = runs.length;
          runs = Arrays.copyOf(runs, 2 * count);
        }
        runs[count++] = label;
      }
      last = label;
    }
    return sortedDistinct(runs, count);
  }

  private static int[] sortedDistinct(int[] values, int count) {
    int[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }
}
