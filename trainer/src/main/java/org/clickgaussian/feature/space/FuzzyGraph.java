package org.clickgaussian.feature.space;

import java.util.Arrays;

/**
 * UMAP's weighted graph of neighbours. Point i is tied to its neighbour j with w = exp(−max(0, d −
 * ρ_i) / σ_i), where ρ_i is the distance of the nearest neighbour that is elsewhere and σ_i is such
 * that the ties of i sum to log₂ k; ties of both directions join to a + b − a b.
 *
 * @param points n
 * @param heads one end of each edge: int[E]
 * @param tails the other end; each edge is there once: int[E]
 * @param weights 0 to 1: double[E]
 */
record FuzzyGraph(int points, int[] heads, int[] tails, double[] weights) {
  private static final int SEARCH_STEPS = 64;
  private static final double CLOSE = 1e-5;

  /** No σ below this share of the mean distance, so that crowds of equal points do not divide. */
  private static final double LEAST_SCALE = 1e-3;

  static FuzzyGraph of(Neighbourhoods neighbours) {
    int n = neighbours.count();
    int k = neighbours.k();
    double[] ties = new double[n * k];
    double mean = Arrays.stream(neighbours.distances()).average().orElse(0);
    for (int i = 0; i < n; i++) {
      tie(neighbours, i, mean, ties);
    }
    int[] heads = new int[n * k];
    int[] tails = new int[n * k];
    double[] weights = new double[n * k];
    int edges = 0;
    for (int i = 0; i < n; i++) {
      for (int e = i * k; e < (i + 1) * k; e++) {
        int j = neighbours.indices()[e];
        int back = find(neighbours, j, i);
        if (back >= 0 && j < i) {
          continue;
        }
        double other = back < 0 ? 0 : ties[back];
        heads[edges] = i;
        tails[edges] = j;
        weights[edges++] = ties[e] + other - ties[e] * other;
      }
    }
    return new FuzzyGraph(
        n, Arrays.copyOf(heads, edges), Arrays.copyOf(tails, edges), Arrays.copyOf(weights, edges));
  }

  /** The place of {@code wanted} among the neighbours of a point; −1 if it is none. */
  private static int find(Neighbourhoods neighbours, int point, int wanted) {
    for (int e = point * neighbours.k(); e < (point + 1) * neighbours.k(); e++) {
      if (neighbours.indices()[e] == wanted) {
        return e;
      }
    }
    return -1;
  }

  private static void tie(Neighbourhoods neighbours, int i, double mean, double[] ties) {
    int k = neighbours.k();
    double[] distances = Arrays.copyOfRange(neighbours.distances(), i * k, (i + 1) * k);
    double nearest = Arrays.stream(distances).filter(d -> d > 0).findFirst().orElse(0);
    double target = Math.log(Math.max(2, k)) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double scale = 1;
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double sum = 0;
      for (double distance : distances) {
        sum += strength(distance, nearest, scale);
      }
      if (Math.abs(sum - target) < CLOSE) {
        break;
      }
      if (sum > target) {
        high = scale;
        scale = (low + high) / 2;
      } else {
        low = scale;
        scale = Double.isInfinite(high) ? 2 * scale : (low + high) / 2;
      }
    }
    double used = Math.max(scale, LEAST_SCALE * mean);
    for (int e = 0; e < k; e++) {
      ties[i * k + e] = strength(distances[e], nearest, used);
    }
  }

  private static double strength(double distance, double nearest, double scale) {
    double beyond = distance - nearest;
    return beyond <= 0 || scale <= 0 ? 1 : Math.exp(-beyond / scale);
  }
}
