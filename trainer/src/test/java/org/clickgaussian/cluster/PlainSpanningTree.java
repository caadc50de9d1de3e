package org.clickgaussian.cluster;

import java.util.Arrays;

/** The textbook way in double precision: a full matrix and Prim's algorithm. */
final class PlainSpanningTree {
  private PlainSpanningTree() {}

  static double totalWeight(float[] points, int dimensions, int minSamples) {
    int n = points.length / dimensions;
    double[][] distances = new double[n][n];
    double[] core = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
          double difference = (double) points[i * dimensions + d] - points[j * dimensions + d];
          sum += difference * difference;
        }
        distances[i][j] = Math.sqrt(sum);
      }
      double[] sorted = distances[i].clone();
      Arrays.sort(sorted);
      core[i] = sorted[Math.min(minSamples, n) - 1];
    }
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    boolean[] reached = new boolean[n];
    double total = 0;
    int at = 0;
    for (int step = 1; step < n; step++) {
      reached[at] = true;
      int next = -1;
      for (int j = 0; j < n; j++) {
        if (!reached[j]) {
          nearest[j] =
              Math.min(nearest[j], Math.max(distances[at][j], Math.max(core[at], core[j])));
          if (next < 0 || nearest[j] < nearest[next]) {
            next = j;
          }
        }
      }
      total += nearest[next];
      at = next;
    }
    return total;
  }
}
