package org.clickgaussian.splat.cpu;

/**
 * Sorts Gaussians front to back: by depth as a float, ties by index. A radix sort of the depths'
 * bits, which for positive floats are in the same order. Memory for one view, used again.
 */
final class DepthOrder {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private final int[] keys;
  private final int[] otherKeys;
  private final int[] order;
  private final int[] otherOrder;

  DepthOrder(int count) {
    keys = new int[count];
    otherKeys = new int[count];
    order = new int[count];
    otherOrder = new int[count];
  }

  /**
   * Sorts the visible Gaussians.
   *
   * @return their indices front to back, in as many first places as there are visible ones
   */
  int[] sort(ProjectedGaussians gaussians) {
    int count = gaussians.visibleCount();
    int[] histograms = new int[3 * BUCKETS];
    float[] depths = gaussians.depths();
    for (int j = 0; j < count; j++) {
      int i = gaussians.visible()[j];
      int key = Float.floatToRawIntBits(depths[i]);
      keys[j] = key;
      order[j] = i;
      histograms[key & (BUCKETS - 1)]++;
      histograms[BUCKETS + (key >>> BITS & (BUCKETS - 1))]++;
      histograms[2 * BUCKETS + (key >>> 2 * BITS)]++;
    }
    pass(keys, order, otherKeys, otherOrder, count, 0, histograms);
    pass(otherKeys, otherOrder, keys, order, count, 1, histograms);
    pass(keys, order, otherKeys, otherOrder, count, 2, histograms);
    return otherOrder;
  }

  private static void pass(
      int[] keys,
      int[] order,
      int[] toKeys,
      int[] toOrder,
      int count,
      int digit,
      int[] histograms) {
    int start = 0;
    for (int bucket = digit * BUCKETS; bucket < (digit + 1) * BUCKETS; bucket++) {
      int size = histograms[bucket];
      histograms[bucket] = start;
      start += size;
    }
    for (int j = 0; j < count; j++) {
      int key = keys[j];
      int to = histograms[digit * BUCKETS + (key >>> digit * BITS & (BUCKETS - 1))]++;
      toKeys[to] = key;
      toOrder[to] = order[j];
    }
  }
}
