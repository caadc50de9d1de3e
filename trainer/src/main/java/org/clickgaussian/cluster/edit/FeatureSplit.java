package org.clickgaussian.cluster.edit;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;

/**
 * Parts of a cluster by the features of its Gaussians: k-means on unit vectors (spherical k-means).
 * Not HDBSCAN again: who asks for k parts is to get k parts, no noise, and no parameters to guess.
 *
 * <p>The first centre is the Gaussian least like the cluster's mean, each further one the Gaussian
 * least like all centres so far; then Lloyd's steps until nothing moves, at most {@value
 * #MOST_STEPS}. Of more than {@value #SAMPLE} Gaussians that many, evenly spread over the scene's
 * order, take part. Everything runs in a fixed order: the same bits every time.
 */
public final class FeatureSplit {
  /** Gaussians that take part at most. */
  static final int SAMPLE = 20_000;

  /** Lloyd's steps at most. */
  static final int MOST_STEPS = 50;

  /** Parts at most. */
  public static final int MOST_PARTS = 8;

  private final float[] rows;
  private final int dimensions;
  private final int n;
  private final float[] centres;
  private final int[] partOf;

  private FeatureSplit(float[] rows, int dimensions, int parts) {
    this.rows = rows;
    this.dimensions = dimensions;
    this.n = rows.length / dimensions;
    this.centres = new float[parts * dimensions];
    this.partOf = new int[n];
  }

  /**
   * Finds parts.
   *
   * @param gaussians indices of the cluster's Gaussians, ascending
   * @param parts k, 2 … {@value #MOST_PARTS}
   * @return k unit vectors, the part of the most Gaussians first; empty where fewer than k features
   *     differ
   */
  public static Optional<Candidates> find(
      FeatureField field, Level level, int[] gaussians, int parts, Progress progress) {
    if (parts < 2 || parts > MOST_PARTS) {
      throw new IllegalArgumentException(parts + " parts");
    }
    float[] rows = unitRows(field, level, gaussians);
    return new FeatureSplit(rows, field.layout().dimensions(level), parts).run(progress);
  }

  private static float[] unitRows(FeatureField field, Level level, int[] gaussians) {
    int dimensions = field.layout().dimensions(level);
    int from = field.layout().from(level);
    int step = Math.max(1, Math.ceilDiv(gaussians.length, SAMPLE));
    float[] rows = new float[Math.ceilDiv(gaussians.length, step) * dimensions];
    MemorySegment table = field.table();
    int at = 0;
    for (int g = 0; g < gaussians.length; g += step) {
      long base = (long) gaussians[g] * field.layout().dimensions() + from;
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        double value = table.getAtIndex(ValueLayout.JAVA_FLOAT, base + d);
        square += value * value;
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int d = 0; d < dimensions; d++) {
        rows[at + d] = (float) (table.getAtIndex(ValueLayout.JAVA_FLOAT, base + d) * scale);
      }
      at += square > 0 ? dimensions : 0;
    }
    return Arrays.copyOf(rows, at);
  }

  private Optional<Candidates> run(Progress progress) {
    int parts = centres.length / dimensions;
    if (n < parts || !spread(parts)) {
      return Optional.empty();
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      progress.update(step / (double) MOST_STEPS, "splitting");
      if (!assign(parts) && step > 0) {
        break;
      }
      if (!centre(parts)) {
        return Optional.empty();
      }
    }
    return Optional.of(bySize(parts));
  }

  /** Sets out the first centres; false where fewer features differ. */
  private boolean spread(int parts) {
    double[] mean = new double[dimensions];
    for (int i = 0; i < rows.length; i++) {
      mean[i % dimensions] += rows[i];
    }
    float[] nearest = new float[n];
    for (int i = 0; i < n; i++) {
      double product = 0;
      for (int d = 0; d < dimensions; d++) {
        product += mean[d] * rows[i * dimensions + d];
      }
      nearest[i] = (float) (product / n);
    }
    for (int part = 0; part < parts; part++) {
      int farthest = 0;
      for (int i = 1; i < n; i++) {
        farthest = nearest[i] < nearest[farthest] ? i : farthest;
      }
      if (part > 0 && nearest[farthest] > 1 - 1e-6f) {
        return false;
      }
      System.arraycopy(rows, farthest * dimensions, centres, part * dimensions, dimensions);
      for (int i = 0; i < n; i++) {
        float product = product(i, part);
        nearest[i] = part == 0 ? product : Math.max(nearest[i], product);
      }
    }
    return true;
  }

  private float product(int row, int part) {
    float sum = 0;
    for (int d = 0; d < dimensions; d++) {
      sum += rows[row * dimensions + d] * centres[part * dimensions + d];
    }
    return sum;
  }

  /** Gives every row its nearest centre; whether any changed. */
  private boolean assign(int parts) {
    boolean changed = false;
    for (int i = 0; i < n; i++) {
      int best = 0;
      float greatest = product(i, 0);
      for (int part = 1; part < parts; part++) {
        float product = product(i, part);
        if (product > greatest) {
          greatest = product;
          best = part;
        }
      }
      changed |= best != partOf[i];
      partOf[i] = best;
    }
    return changed;
  }

  /** Moves every centre to the mean of its rows; false where one has none. */
  private boolean centre(int parts) {
    double[] sums = new double[centres.length];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < dimensions; d++) {
        sums[partOf[i] * dimensions + d] += rows[i * dimensions + d];
      }
    }
    boolean all = true;
    for (int part = 0; part < parts; part++) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        square += sums[part * dimensions + d] * sums[part * dimensions + d];
      }
      all &= square > 0;
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int d = 0; d < dimensions; d++) {
        centres[part * dimensions + d] = (float) (sums[part * dimensions + d] * scale);
      }
    }
    return all;
  }

  private Candidates bySize(int parts) {
    int[] sizes = new int[parts];
    for (int part : partOf) {
      sizes[part]++;
    }
    Integer[] order = new Integer[parts];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(sizes[b], sizes[a]));
    float[] sorted = new float[centres.length];
    for (int part = 0; part < parts; part++) {
      System.arraycopy(centres, order[part] * dimensions, sorted, part * dimensions, dimensions);
    }
    return new Candidates(parts, dimensions, sorted);
  }
}
