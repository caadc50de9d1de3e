package org.clickgaussian.feature.space;

import java.util.Arrays;

/**
 * The leaves of a hierarchy built bottom up by average linkage, in an order in which every branch
 * lies together: similar things next to each other.
 */
final class LinkageOrder {
  private final double[][] similarity;
  private final int[][] leaves;
  private final boolean[] alive;

  private LinkageOrder(double[][] similarity) {
    this.similarity = similarity;
    this.leaves = new int[similarity.length][];
    this.alive = new boolean[similarity.length];
    Arrays.setAll(leaves, i -> new int[] {i});
    Arrays.fill(alive, true);
  }

  /**
   * Orders n things, in n² steps (chains of nearest neighbours: Murtagh 1983).
   *
   * @param similarities symmetric double[n][n]; not changed
   */
  static int[] of(double[][] similarities) {
    int n = similarities.length;
    if (n == 0) {
      return new int[0];
    }
    double[][] copy = Arrays.stream(similarities).map(double[]::clone).toArray(double[][]::new);
    return new LinkageOrder(copy).run();
  }

  private int[] run() {
    int n = alive.length;
    int[] chain = new int[n];
    int length = 0;
    int left = n;
    int first = 0;
    while (left > 1) {
      if (length == 0) {
        while (!alive[first]) {
          first++;
        }
        chain[length++] = first;
      }
      int top = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int next = nearest(top, before);
      if (next == before) {
        length -= 2;
        merge(Math.min(top, next), Math.max(top, next));
        left--;
      } else {
        chain[length++] = next;
      }
    }
    while (!alive[first]) {
      first++;
    }
    return leaves[first];
  }

  /** The most similar other branch; the one before in the chain where it is as similar as any. */
  private int nearest(int branch, int before) {
    int best = before;
    double greatest = before < 0 ? Double.NEGATIVE_INFINITY : similarity[branch][before];
    for (int other = 0; other < alive.length; other++) {
      if (alive[other] && other != branch && similarity[branch][other] > greatest) {
        greatest = similarity[branch][other];
        best = other;
      }
    }
    return best;
  }

  private void merge(int into, int gone) {
    double sizeInto = leaves[into].length;
    double sizeGone = leaves[gone].length;
    alive[gone] = false;
    for (int other = 0; other < alive.length; other++) {
      if (alive[other] && other != into) {
        double mean =
            (sizeInto * similarity[into][other] + sizeGone * similarity[gone][other])
                / (sizeInto + sizeGone);
        similarity[into][other] = mean;
        similarity[other][into] = mean;
      }
    }
    int[] joined = Arrays.copyOf(leaves[into], leaves[into].length + leaves[gone].length);
    System.arraycopy(leaves[gone], 0, joined, leaves[into].length, leaves[gone].length);
    leaves[into] = joined;
    leaves[gone] = null;
  }
}
