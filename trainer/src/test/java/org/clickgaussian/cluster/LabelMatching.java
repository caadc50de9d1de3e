package org.clickgaussian.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two clusterings of the same points, whose labels may be permuted. */
final class LabelMatching {
  private LabelMatching() {}

  /**
   * How many points differ when clusters are matched one to one, largest overlap first; noise (−1)
   * matches noise alone.
   */
  static int pointsChanged(int[] expected, int[] actual) {
    Map<Long, Integer> overlaps = new HashMap<>();
    for (int i = 0; i < expected.length; i++) {
      overlaps.merge((long) expected[i] << 32 | actual[i] & 0xffffffffL, 1, Integer::sum);
    }
    List<Map.Entry<Long, Integer>> largestFirst = new ArrayList<>(overlaps.entrySet());
    largestFirst.sort((a, b) -> b.getValue() - a.getValue());
    Set<Integer> usedExpected = new HashSet<>();
    Set<Integer> usedActual = new HashSet<>();
    int same = 0;
    for (Map.Entry<Long, Integer> overlap : largestFirst) {
      int from = (int) (overlap.getKey() >> 32);
      int to = overlap.getKey().intValue();
      boolean comparable = (from < 0) == (to < 0);
      if (comparable && !usedExpected.contains(from) && !usedActual.contains(to)) {
        usedExpected.add(from);
        usedActual.add(to);
        same += overlap.getValue();
      }
    }
    return expected.length - same;
  }
}
