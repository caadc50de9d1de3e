package org.clickgaussian.cluster.edit;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.cluster.ClusterHierarchy;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * The clusters of a level as edits left them. Rows (Gaussians, pixels) are matched with the
 * computed candidates first; {@link #group} then says which edited cluster each belongs to:
 *
 * <ul>
 *   <li>a row whose best candidate was split goes to the part of greatest cosine, and that is its
 *       cosine from then on;
 *   <li>a merged cluster has the rows of all its candidates, each with the cosine of the candidate
 *       that fits it best.
 * </ul>
 *
 * So edits only ever regroup: no row of one computed cluster gets into another by an edit that does
 * not name it. Immutable.
 */
public final class EditedLevel {
  private static final int PIECE = 4096;

  private final LevelClusters computed;
  private final LevelEdits edits;
  private final int from;
  private final int rowLength;

  /** For each candidate the cluster it belongs to, −1 for split ones: int[bound]. */
  private final int[] clusterOf;

  /** For each candidate how it was split; null where it was not. */
  private final CandidateSplit[] splitOf;

  private EditedLevel(LevelClusters computed, LevelEdits edits, FeatureLayout layout, Level level) {
    this.computed = computed;
    this.edits = edits;
    this.from = layout.from(level);
    this.rowLength = layout.dimensions();
    this.clusterOf = new int[edits.bound()];
    this.splitOf = new CandidateSplit[edits.bound()];
    for (CandidateSplit split : edits.splits()) {
      splitOf[split.candidate()] = split;
    }
    for (int candidate = 0; candidate < clusterOf.length; candidate++) {
      clusterOf[candidate] = edits.isLive(candidate) ? edits.clusterOf(candidate) : -1;
    }
    if (edits.cut().isPresent()) {
      ClusterHierarchy.of(computed).ifPresent(tree -> cut(tree.cut(edits.cut().getAsDouble())));
    }
  }

  /**
   * A level with its edits.
   *
   * @throws IllegalArgumentException if the edits are of other clusters
   */
  public static EditedLevel of(
      LevelClusters computed, LevelEdits edits, FeatureLayout layout, Level level) {
    boolean fits = edits.candidates() == computed.count();
    for (CandidateSplit split : edits.splits()) {
      fits &= split.parts().dimensions() == computed.candidates().dimensions();
    }
    if (!fits) {
      throw new IllegalArgumentException("edits of other clusters");
    }
    return new EditedLevel(computed, edits, layout, level);
  }

  /**
   * Puts together what lies under the same node of a cut. Of what comes together, the cluster with
   * the most segments gives the number; of equals the one with the lowest.
   *
   * @param stops for each computed cluster the node: int[C]
   */
  private void cut(int[] stops) {
    double[] segments = new double[clusterOf.length];
    for (int candidate = 0; candidate < stops.length; candidate++) {
      List<Integer> live = liveBelow(candidate);
      for (int leaf : live) {
        segments[clusterOf[leaf]] += computed.sizes()[candidate] / (double) live.size();
      }
    }
    int[] sets = IntStream.range(0, clusterOf.length).toArray();
    int[] candidatesAt = new int[Arrays.stream(stops).max().orElse(-1) + 1];
    int[] firstAt = new int[candidatesAt.length];
    for (int candidate = 0; candidate < stops.length; candidate++) {
      candidatesAt[stops[candidate]]++;
    }
    Arrays.fill(firstAt, -1);
    for (int candidate = 0; candidate < stops.length; candidate++) {
      int stop = stops[candidate];
      for (int leaf : candidatesAt[stop] > 1 ? liveBelow(candidate) : List.<Integer>of()) {
        int cluster = clusterOf[leaf];
        firstAt[stop] = firstAt[stop] < 0 ? cluster : firstAt[stop];
        join(sets, cluster, firstAt[stop]);
      }
    }
    int[] best = new int[clusterOf.length];
    Arrays.fill(best, -1);
    for (int cluster = 0; cluster < best.length; cluster++) {
      int set = find(sets, cluster);
      boolean counts = edits.isCluster(cluster);
      if (counts && (best[set] < 0 || segments[cluster] > segments[best[set]])) {
        best[set] = cluster;
      }
    }
    for (int candidate = 0; candidate < clusterOf.length; candidate++) {
      if (clusterOf[candidate] >= 0) {
        clusterOf[candidate] = best[find(sets, clusterOf[candidate])];
      }
    }
  }

  private static int find(int[] sets, int i) {
    int at = i;
    while (sets[at] != at) {
      at = sets[at];
    }
    return at;
  }

  private static void join(int[] sets, int a, int b) {
    int one = find(sets, a);
    int other = find(sets, b);
    sets[Math.max(one, other)] = Math.min(one, other);
  }

  /** The live candidates that a candidate was split into; itself where it was not. */
  private List<Integer> liveBelow(int candidate) {
    if (splitOf[candidate] == null) {
      return List.of(candidate);
    }
    return IntStream.range(splitOf[candidate].first(), splitOf[candidate].end())
        .boxed()
        .flatMap(part -> liveBelow(part).stream())
        .toList();
  }

  /** What was computed. */
  public LevelClusters computed() {
    return computed;
  }

  /** What was edited. */
  public LevelEdits edits() {
    return edits;
  }

  /** One past the greatest number of a cluster; numbers between may belong to none. */
  public int bound() {
    return clusterOf.length;
  }

  /** The numbers of the clusters there are, ascending. */
  public int[] clusters() {
    TreeSet<Integer> found = new TreeSet<>();
    for (int cluster : clusterOf) {
      found.add(cluster);
    }
    found.remove(-1);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The number of clusters. */
  public int count() {
    return clusters().length;
  }

  /** The cluster that a candidate belongs to; −1 if it was split. */
  public int clusterOf(int candidate) {
    return clusterOf[candidate];
  }

  /** The live candidates of a cluster, ascending. */
  public int[] members(int cluster) {
    return IntStream.range(0, clusterOf.length)
        .filter(candidate -> clusterOf[candidate] == cluster)
        .toArray();
  }

  /** The unit vector of a candidate, computed or part of a split: float[D^l]. */
  public float[] vector(int candidate) {
    Candidates of = computed.candidates();
    int row = candidate;
    for (CandidateSplit split : edits.splits()) {
      if (split.holds(candidate)) {
        of = split.parts();
        row = candidate - split.first();
      }
    }
    return Arrays.copyOfRange(of.vectors(), row * of.dimensions(), (row + 1) * of.dimensions());
  }

  /** The computed candidate that a candidate is, or is a part of. */
  public int origin(int candidate) {
    for (CandidateSplit split : edits.splits()) {
      if (split.holds(candidate)) {
        return origin(split.candidate());
      }
    }
    return candidate;
  }

  /**
   * The edited cluster of every row.
   *
   * @param matches of the rows with the computed candidates
   * @param rows row-major float[n][D], whole feature rows; read only where something was split
   */
  public Matches group(Matches matches, MemorySegment rows, Workers workers) {
    return group(matches, rows, rowLength, from, workers);
  }

  /**
   * The edited cluster of every row of a table that holds the level's features alone.
   *
   * @param matches of the rows with the computed candidates
   * @param rows row-major float[n][D^l]
   */
  public Matches groupLevel(Matches matches, float[] rows, Workers workers) {
    int dimensions = computed.candidates().dimensions();
    return group(matches, MemorySegment.ofArray(rows), dimensions, 0, workers);
  }

  private Matches group(
      Matches matches, MemorySegment rows, int stride, int begin, Workers workers) {
    if (edits.splits().isEmpty() && isIdentity()) {
      return matches;
    }
    boolean descends = !edits.splits().isEmpty();
    int[] clusters = new int[matches.count()];
    float[] cosines = descends ? matches.cosines().clone() : matches.cosines();
    workers.forRanges(
        clusters.length,
        PIECE,
        (piece, first, end) -> {
          for (int row = first; row < end; row++) {
            long at = (long) row * stride + begin;
            clusters[row] = descend(matches.clusters()[row], rows, at, cosines, row);
          }
        });
    return new Matches(clusters, cosines);
  }

  /** The edited cluster of a single feature row of D floats, on the calling thread. */
  public Matches groupRow(Matches match, float[] row) {
    float[] cosines = match.cosines().clone();
    int cluster = descend(match.clusters()[0], MemorySegment.ofArray(row), from, cosines, 0);
    return new Matches(new int[] {cluster}, cosines);
  }

  /**
   * The cluster of a row whose best computed candidate is known.
   *
   * @param at where the level's feature begins in {@code rows}
   */
  private int descend(
      int computedCandidate, MemorySegment rows, long at, float[] cosines, int row) {
    int candidate = computedCandidate;
    while (candidate >= 0 && splitOf[candidate] != null) {
      candidate = bestPart(splitOf[candidate], rows, at, cosines, row);
    }
    return candidate < 0 ? -1 : clusterOf[candidate];
  }

  private boolean isIdentity() {
    for (int candidate = 0; candidate < clusterOf.length; candidate++) {
      if (clusterOf[candidate] != candidate) {
        return false;
      }
    }
    return true;
  }

  /** The part of greatest cosine, of equals the first; its cosine becomes the row's. */
  private static int bestPart(
      CandidateSplit split, MemorySegment rows, long at, float[] cosines, int row) {
    int dimensions = split.parts().dimensions();
    float[] vectors = split.parts().vectors();
    int best = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    double square = 0;
    for (int part = 0; part < split.parts().count(); part++) {
      double product = 0;
      square = 0;
      for (int d = 0; d < dimensions; d++) {
        float value = rows.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, at + d);
        product += (double) value * vectors[part * dimensions + d];
        square += (double) value * value;
      }
      if (product > greatest) {
        greatest = product;
        best = part;
      }
    }
    cosines[row] = (float) (square > 0 ? greatest / Math.sqrt(square) : 0);
    return split.first() + best;
  }
}
