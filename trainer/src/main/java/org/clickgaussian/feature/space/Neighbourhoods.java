package org.clickgaussian.feature.space;

import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The k nearest other points of each of n points, by Euclidean distance, nearest first; of equally
 * near ones the lower index.
 *
 * @param k neighbours of each
 * @param indices row-major int[n][k]
 * @param distances row-major double[n][k]
 */
record Neighbourhoods(int k, int[] indices, double[] distances) {
  private static final int PIECE = 64;

  /**
   * Compares all pairs.
   *
   * @param wanted k, if there are so many other points
   */
  static Neighbourhoods of(double[][] points, int wanted, Workers workers, Progress progress) {
    int n = points.length;
    int k = Math.min(wanted, n - 1);
    Neighbourhoods result = new Neighbourhoods(k, new int[n * k], new double[n * k]);
    workers.forRanges(
        n,
        PIECE,
        (piece, from, to) -> {
          progress.update(from / (double) n, "finding neighbours");
          for (int i = from; i < to; i++) {
            result.find(points, i);
          }
        });
    return result;
  }

  int count() {
    return k == 0 ? 0 : indices.length / k;
  }

  private void find(double[][] points, int i) {
    int begin = i * k;
    int found = 0;
    for (int j = 0; j < points.length; j++) {
      if (j == i) {
        continue;
      }
      double square = squareDistance(points[i], points[j]);
      if (found == k && square >= distances[begin + k - 1]) {
        continue;
      }
      int at = found < k ? found++ : k - 1;
      while (at > 0 && distances[begin + at - 1] > square) {
        distances[begin + at] = distances[begin + at - 1];
        indices[begin + at] = indices[begin + at - 1];
        at--;
      }
      distances[begin + at] = square;
      indices[begin + at] = j;
    }
    for (int at = begin; at < begin + k; at++) {
      distances[at] = Math.sqrt(distances[at]);
    }
  }

  private static double squareDistance(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double difference = a[d] - b[d];
      sum += difference * difference;
    }
    return sum;
  }
}
