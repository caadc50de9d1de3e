package org.clickgaussian.curves.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The mean of curves of several runs and its distance to mean ± standard deviation, at the
 * positions that all of them have. A position where any of them has a gap is a gap.
 *
 * @param mean of the curves
 * @param below mean minus one standard deviation (n - 1)
 * @param above mean plus one standard deviation
 */
public record SeedMean(Curve mean, Curve below, Curve above) {

  /**
   * Averages curves over equal iterations.
   *
   * @param curves over iterations; at least one
   * @param positions where each of the curves' points is drawn, such as their times; the mean of
   *     these is the position of the mean
   */
  public static SeedMean of(List<Curve> curves, List<DoubleColumn> positions) {
    DoubleColumn x = new DoubleColumn();
    DoubleColumn mean = new DoubleColumn();
    DoubleColumn below = new DoubleColumn();
    DoubleColumn above = new DoubleColumn();
    int[] at = new int[curves.size()];
    while (meet(curves, at)) {
      double sum = 0;
      double place = 0;
      for (int i = 0; i < at.length; i++) {
        sum += curves.get(i).y().get(at[i]);
        place += positions.get(i).get(at[i]);
      }
      double average = sum / at.length;
      double squares = 0;
      for (int i = 0; i < at.length; i++) {
        double difference = curves.get(i).y().get(at[i]++) - average;
        squares += difference * difference;
      }
      double deviation = at.length < 2 ? 0 : Math.sqrt(squares / (at.length - 1));
      x.add(place / at.length);
      mean.add(average);
      below.add(average - deviation);
      above.add(average + deviation);
    }
    return new SeedMean(new Curve(x, mean), new Curve(x, below), new Curve(x, above));
  }

  /** Moves on to the next iteration that all have; whether there is one. */
  private static boolean meet(List<Curve> curves, int[] at) {
    double wanted = Double.NEGATIVE_INFINITY;
    for (int met = 0, i = 0; met < at.length; i = (i + 1) % at.length) {
      Curve curve = curves.get(i);
      at[i] = curve.x().firstNotBelow(wanted, at[i]);
      if (at[i] >= curve.size()) {
        return false;
      }
      double found = curve.x().get(at[i]);
      met = found == wanted ? met + 1 : 1;
      wanted = found;
    }
    return true;
  }

  /** Runs in groups that differ by nothing but the seed, in order of their first. */
  public static List<List<RunHistory>> groups(List<RunHistory> runs) {
    List<List<RunHistory>> groups = new ArrayList<>();
    for (RunHistory run : runs) {
      groups.stream()
          .filter(group -> group.getFirst().settings().sharesAllButSeed(run.settings()))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.getLast();
              })
          .add(run);
    }
    return groups;
  }
}
