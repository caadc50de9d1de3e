package org.clickgaussian.feature.picture;

import java.util.SplittableRandom;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureLayout;

/** Feature fields made up of a few directions of different strength. */
final class RandomFeatures {
  private RandomFeatures() {}

  /** Features whose floats vary less and less from the first to the last. */
  static FeatureField field(int count, long seed) {
    FeatureLayout layout = FeatureLayout.PAPER;
    FeatureField field = new FeatureField(count, layout);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < layout.dimensions(); d++) {
        field.set(i, d, (float) (0.3 + random.nextGaussian() / (1 + d % 12)));
      }
    }
    return field;
  }

  /** An orthogonal matrix, double[n][n], by Gram and Schmidt. */
  static double[][] orthogonal(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < n; d++) {
        rows[i][d] = random.nextGaussian();
      }
      for (int turn = 0; turn < 2; turn++) {
        for (int j = 0; j < i; j++) {
          double along = dot(rows[i], rows[j]);
          for (int d = 0; d < n; d++) {
            rows[i][d] -= along * rows[j][d];
          }
        }
      }
      double length = Math.sqrt(dot(rows[i], rows[i]));
      for (int d = 0; d < n; d++) {
        rows[i][d] /= length;
      }
    }
    return rows;
  }

  /** The coarse and the other half of every feature, each turned by a matrix. */
  static FeatureField turned(FeatureField field, double[][] matrix) {
    FeatureField result = new FeatureField(field.count(), field.layout());
    int half = matrix.length;
    for (int i = 0; i < field.count(); i++) {
      for (int d = 0; d < field.layout().dimensions(); d++) {
        double sum = 0;
        for (int k = 0; k < half; k++) {
          sum += matrix[d % half][k] * field.get(i, d / half * half + k);
        }
        result.set(i, d, (float) sum);
      }
    }
    return result;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
