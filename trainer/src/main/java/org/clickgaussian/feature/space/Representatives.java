package org.clickgaussian.feature.space;

import java.util.Arrays;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Which point of a sample stands for every Gaussian of the scene: of the points of its own cluster
 * the one of greatest cosine. So what is picked among the points can be selected in the scene
 * whole.
 */
public final class Representatives {
  private static final int PIECE = 2048;

  private final int[] points;

  private Representatives(int[] points) {
    this.points = points;
  }

  /**
   * Finds the points. The same bits for any number of threads; of equal cosines the lower point.
   *
   * @param clusters cluster of each Gaussian, −1 for none (they stand for each other): int[N]
   */
  public static Representatives of(
      FeatureField field,
      FeatureSample sample,
      int[] clusters,
      Workers workers,
      Progress progress) {
    int[][] members = members(sample, clusters);
    double[][] units = sample.unitRows();
    Level level = sample.level();
    int from = field.layout().from(level);
    int dimensions = field.layout().dimensions(level);
    int[] points = new int[field.count()];
    workers.forRanges(
        field.count(),
        PIECE,
        (piece, first, end) -> {
          progress.update(first / (double) field.count(), "finding what each point stands for");
          double[] row = new double[dimensions];
          for (int i = first; i < end; i++) {
            for (int d = 0; d < dimensions; d++) {
              row[d] = field.get(i, from + d);
            }
            points[i] = nearest(row, units, members[clusters[i] + 1]);
          }
        });
    return new Representatives(points);
  }

  private static int[][] members(FeatureSample sample, int[] clusters) {
    int strata = Arrays.stream(clusters).max().orElse(-1) + 2;
    int[] sizes = new int[strata];
    for (int gaussian : sample.gaussians()) {
      sizes[clusters[gaussian] + 1]++;
    }
    int[][] members = new int[strata][];
    Arrays.setAll(members, s -> new int[sizes[s]]);
    Arrays.fill(sizes, 0);
    for (int point = 0; point < sample.count(); point++) {
      int stratum = clusters[sample.gaussians()[point]] + 1;
      members[stratum][sizes[stratum]++] = point;
    }
    return members;
  }

  private static int nearest(double[] row, double[][] units, int[] among) {
    int best = -1;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int point : among) {
      double[] unit = units[point];
      double product = 0;
      for (int d = 0; d < row.length; d++) {
        product += row[d] * unit[d];
      }
      if (product > greatest) {
        greatest = product;
        best = point;
      }
    }
    return best;
  }

  /** The point that stands for a Gaussian; −1 where none of its cluster was drawn. */
  public int point(int gaussian) {
    return points[gaussian];
  }
}
