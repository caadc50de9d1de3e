package org.clickgaussian.selection;

import java.util.Arrays;
import java.util.BitSet;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * The Gaussians of every cluster, best first, so that a click copies a list instead of searching a
 * scene. Computed once for a run. Immutable.
 */
public final class ClickIndex {
  private final int gaussianCount;
  private final LevelIndex coarse;
  private final LevelIndex fine;

  private ClickIndex(int gaussianCount, LevelIndex coarse, LevelIndex fine) {
    this.gaussianCount = gaussianCount;
    this.coarse = coarse;
    this.fine = fine;
  }

  /** Groups the Gaussians of an assignment by cluster. */
  public static ClickIndex of(
      GaussianAssignment assignment, GlobalClusters clusters, Workers workers) {
    return of(assignment, clusters.coarse().count(), clusters.fine().count(), workers);
  }

  /** Groups the Gaussians of an assignment to edited clusters. */
  public static ClickIndex of(
      GaussianAssignment assignment, EditedClusters clusters, Workers workers) {
    return of(assignment, clusters.coarse().bound(), clusters.fine().bound(), workers);
  }

  private static ClickIndex of(
      GaussianAssignment assignment, int coarse, int fine, Workers workers) {
    return new ClickIndex(
        assignment.coarse().count(),
        LevelIndex.of(assignment.coarse(), coarse, workers),
        LevelIndex.of(assignment.fine(), fine, workers));
  }

  /** N, the number of Gaussians of the scene. */
  public int gaussianCount() {
    return gaussianCount;
  }

  /** The number of Gaussians of a cluster whose cosine is at least {@code threshold}. */
  public int count(Level level, int cluster, double threshold) {
    LevelIndex index = level(level);
    return index.end(cluster, threshold) - index.starts[cluster];
  }

  /** Gaussian {@code rank} of a cluster, 0 being the one with the greatest cosine. */
  public int gaussian(Level level, int cluster, int rank) {
    LevelIndex index = level(level);
    return index.gaussians[index.starts[cluster] + rank];
  }

  /**
   * Marks the Gaussians of a cluster whose cosine is at least {@code threshold}; none where there
   * is no such cluster.
   */
  public void mark(Level level, int cluster, double threshold, BitSet selected) {
    LevelIndex index = level(level);
    int end = index.has(cluster) ? index.end(cluster, threshold) : 0;
    for (int i = end == 0 ? 0 : index.starts[cluster]; i < end; i++) {
      selected.set(index.gaussians[i]);
    }
  }

  /** Unmarks the Gaussians of a cluster whose cosine is at least {@code threshold}. */
  public void unmark(Level level, int cluster, double threshold, BitSet selected) {
    LevelIndex index = level(level);
    int end = index.end(cluster, threshold);
    for (int i = index.starts[cluster]; i < end; i++) {
      selected.clear(index.gaussians[i]);
    }
  }

  private LevelIndex level(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /**
   * One level.
   *
   * @param starts where each cluster's Gaussians begin: int[C + 1]
   * @param gaussians grouped by cluster, by descending cosine, then by index
   * @param cosines of {@code gaussians}
   */
  private record LevelIndex(int[] starts, int[] gaussians, float[] cosines) {
    static LevelIndex of(Matches matches, int clusters, Workers workers) {
      int[] starts = starts(matches, clusters);
      long[] keys = new long[starts[clusters]];
      int[] next = starts.clone();
      for (int i = 0; i < matches.count(); i++) {
        int cluster = matches.clusters()[i];
        if (cluster >= 0) {
          keys[next[cluster]++] = key(matches.cosines()[i], i);
        }
      }
      int[] gaussians = new int[keys.length];
      float[] cosines = new float[keys.length];
      workers.forEach(
          clusters,
          c -> {
            Arrays.sort(keys, starts[c], starts[c + 1]);
            for (int i = starts[c]; i < starts[c + 1]; i++) {
              gaussians[i] = (int) keys[i];
              cosines[i] = matches.cosines()[gaussians[i]];
            }
          });
      return new LevelIndex(starts, gaussians, cosines);
    }

    private static int[] starts(Matches matches, int clusters) {
      int[] starts = new int[clusters + 1];
      for (int cluster : matches.clusters()) {
        if (cluster >= 0) {
          starts[cluster + 1]++;
        }
      }
      for (int c = 0; c < clusters; c++) {
        starts[c + 1] += starts[c];
      }
      return starts;
    }

    boolean has(int cluster) {
      return cluster >= 0 && cluster < starts.length - 1;
    }

    /** A number that ascends as the cosine descends, then with the index. */
    private static long key(float cosine, int gaussian) {
      int bits = Float.floatToIntBits(cosine);
      int ascending = bits ^ bits >> 31 & Integer.MAX_VALUE;
      return (long) ~ascending << 32 | gaussian;
    }

    /** One past the last Gaussian of a cluster at or above a threshold. */
    int end(int cluster, double threshold) {
      int low = starts[cluster];
      int high = starts[cluster + 1];
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cosines[middle] >= threshold) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
