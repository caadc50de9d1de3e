package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well two sets of segments of one image agree: pairs matched one to one, those with the
 * highest intersection over union first, as long as it reaches a limit.
 *
 * @param first segments in the first set
 * @param second segments in the second set
 * @param matched pairs
 * @param meanIou mean over the pairs; NaN without pairs
 */
public record SegmentMatching(int first, int second, int matched, double meanIou) {
  private record Pair(int first, int second, double iou) {}

  /**
   * Matches two sets.
   *
   * @param limit the least intersection over union of a pair, above 0
   * @throws IllegalArgumentException if the segments are not all of one size
   */
  public static SegmentMatching of(
      List<SegmentRecord> first, List<SegmentRecord> second, double limit) {
    List<Pair> pairs = pairs(first, second, limit);
    pairs.sort(
        Comparator.comparingDouble(Pair::iou)
            .reversed()
            .thenComparingInt(Pair::first)
            .thenComparingInt(Pair::second));
    boolean[] firstTaken = new boolean[first.size()];
    boolean[] secondTaken = new boolean[second.size()];
    int matched = 0;
    double sum = 0;
    for (Pair pair : pairs) {
      if (!firstTaken[pair.first] && !secondTaken[pair.second]) {
        firstTaken[pair.first] = true;
        secondTaken[pair.second] = true;
        matched++;
        sum += pair.iou;
      }
    }
    return new SegmentMatching(first.size(), second.size(), matched, sum / matched);
  }

  private static List<Pair> pairs(
      List<SegmentRecord> first, List<SegmentRecord> second, double limit) {
    List<BitMask> masks = second.stream().map(segment -> segment.mask().decode()).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      BitMask own = first.get(i).mask().decode();
      double area = first.get(i).area();
      for (int j = 0; j < masks.size(); j++) {
        double other = second.get(j).area();
        // Two areas that differ by more than the limit cannot overlap that much.
        if (Math.min(area, other) < limit * Math.max(area, other)) {
          continue;
        }
        double shared = own.intersectionArea(masks.get(j));
        double iou = shared / (area + other - shared);
        if (iou >= limit) {
          pairs.add(new Pair(i, j, iou));
        }
      }
    }
    return pairs;
  }

  /** The share of the first set that is matched; 1 where it is empty. */
  public double shareOfFirst() {
    return first == 0 ? 1 : (double) matched / first;
  }

  /** The share of the second set that is matched; 1 where it is empty. */
  public double shareOfSecond() {
    return second == 0 ? 1 : (double) matched / second;
  }
}
