package org.clickgaussian.cluster.edit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.ClusterStatistics.Rival;
import org.clickgaussian.mask.Level;

/**
 * Counts what is known of all clusters of a level.
 *
 * @param clusters the clusters as edited
 * @param assignment of every Gaussian to them
 * @param opacity of every Gaussian, 0 to 1
 */
public record ClusterCensus(
    EditedClusters clusters, GaussianAssignment assignment, IntToDoubleFunction opacity) {

  /**
   * Segments and the edited clusters they fit best.
   *
   * @param matches of each segment with the edited clusters
   * @param views the number of the view each was seen in: int[segments]
   */
  public record Segments(Matches matches, int[] views) {}

  /**
   * The statistics of a level's clusters, ascending by number.
   *
   * @param segments the segments of the level; null where they are not at hand
   * @param threshold the least cosine at which a segment belongs to a cluster
   */
  public List<ClusterStatistics> of(Level level, Segments segments, double threshold) {
    EditedLevel edited = clusters.level(level);
    Matches matches = assignment.level(level);
    int[] gaussians = new int[edited.bound()];
    double[] cosines = new double[edited.bound()];
    for (int i = 0; i < matches.count(); i++) {
      int cluster = matches.clusters()[i];
      if (cluster >= 0) {
        gaussians[cluster]++;
        cosines[cluster] += matches.cosines()[i];
      }
    }
    int[] views = segments == null ? found(edited) : supporting(edited, segments, threshold);
    int[] parents = level == Level.FINE ? parents() : new int[0];
    double[][] likeness = likeness(edited);
    List<ClusterStatistics> all = new ArrayList<>();
    int[] numbers = edited.clusters();
    for (int n = 0; n < numbers.length; n++) {
      int cluster = numbers[n];
      int parent = cluster < parents.length ? parents[cluster] : -1;
      all.add(
          new ClusterStatistics(
              cluster,
              gaussians[cluster],
              cosines[cluster] / gaussians[cluster],
              views[cluster],
              segments != null,
              rivals(numbers, likeness[n], n),
              parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent)));
    }
    return all;
  }

  /** The most supporting views that a computed candidate of each cluster had. */
  private static int[] found(EditedLevel edited) {
    int[] views = new int[edited.bound()];
    for (int cluster : edited.clusters()) {
      for (int candidate : edited.members(cluster)) {
        int computed = edited.computed().supportingViews()[edited.origin(candidate)];
        views[cluster] = Math.max(views[cluster], computed);
      }
    }
    return views;
  }

  private static int[] supporting(EditedLevel edited, Segments segments, double threshold) {
    BitSet[] seen = new BitSet[edited.bound()];
    for (int s = 0; s < segments.views.length; s++) {
      int cluster = segments.matches.clusters()[s];
      if (cluster >= 0 && segments.matches.cosines()[s] >= threshold) {
        seen[cluster] = seen[cluster] == null ? new BitSet() : seen[cluster];
        seen[cluster].set(segments.views[s]);
      }
    }
    return IntStream.range(0, seen.length)
        .map(cluster -> seen[cluster] == null ? 0 : seen[cluster].cardinality())
        .toArray();
  }

  /** The coarse cluster of each fine one; of equals the lower number; −1 without Gaussians. */
  private int[] parents() {
    int coarseBound = clusters.coarse().bound();
    double[][] weights = new double[clusters.fine().bound()][];
    for (int i = 0; i < assignment.fine().count(); i++) {
      int fine = assignment.fine().clusters()[i];
      int coarse = assignment.coarse().clusters()[i];
      if (fine >= 0 && coarse >= 0) {
        weights[fine] = weights[fine] == null ? new double[coarseBound] : weights[fine];
        weights[fine][coarse] += opacity.applyAsDouble(i);
      }
    }
    int[] parents = new int[weights.length];
    for (int fine = 0; fine < parents.length; fine++) {
      parents[fine] = -1;
      for (int coarse = 0; weights[fine] != null && coarse < coarseBound; coarse++) {
        double best = parents[fine] < 0 ? 0 : weights[fine][parents[fine]];
        parents[fine] = weights[fine][coarse] > best ? coarse : parents[fine];
      }
    }
    return parents;
  }

  /** The greatest cosine between candidates of each two clusters, in the order of their numbers. */
  private static double[][] likeness(EditedLevel edited) {
    int[] numbers = edited.clusters();
    List<List<float[]>> vectors = new ArrayList<>();
    for (int cluster : numbers) {
      vectors.add(IntStream.of(edited.members(cluster)).mapToObj(edited::vector).toList());
    }
    double[][] likeness = new double[numbers.length][numbers.length];
    for (int a = 0; a < numbers.length; a++) {
      for (int b = 0; b < a; b++) {
        double greatest = -1;
        for (float[] one : vectors.get(a)) {
          for (float[] other : vectors.get(b)) {
            greatest = Math.max(greatest, product(one, other));
          }
        }
        likeness[a][b] = greatest;
        likeness[b][a] = greatest;
      }
    }
    return likeness;
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (double) one[d] * other[d];
    }
    return sum;
  }

  private static List<Rival> rivals(int[] numbers, double[] likeness, int self) {
    return IntStream.range(0, numbers.length)
        .filter(other -> other != self)
        .mapToObj(other -> new Rival(numbers[other], likeness[other]))
        .sorted(Comparator.comparingDouble(Rival::cosine).reversed())
        .limit(ClusterStatistics.RIVALS)
        .toList();
  }
}
