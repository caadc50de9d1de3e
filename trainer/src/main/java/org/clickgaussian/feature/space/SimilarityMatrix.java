package org.clickgaussian.feature.space;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.cluster.Candidates;

/**
 * The cosines of all pairs of a level's candidates, in the order of a hierarchy: those of one
 * parent together, and within it by average linkage.
 *
 * @param order the candidate in each row and column: int[C]
 * @param parents the parent of each row's candidate, −1 where there is none: int[C]
 * @param cosines row-major float[C][C] in that order; 1 on the diagonal
 */
public record SimilarityMatrix(int[] order, int[] parents, float[] cosines) {

  /**
   * A pair of different candidates.
   *
   * @param row place in the order
   * @param column place in the order, greater than {@code row}
   * @param cosine of the two
   */
  public record Pair(int row, int column, double cosine) {}

  /**
   * Compares all pairs.
   *
   * @param parents for each candidate the group it belongs to, −1 for none; all equal where there
   *     are no groups: int[C]
   */
  public static SimilarityMatrix of(Candidates candidates, int[] parents) {
    int n = candidates.count();
    double[][] cosines = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        double cosine = a == b ? 1 : cosine(candidates, a, b);
        cosines[a][b] = cosine;
        cosines[b][a] = cosine;
      }
    }
    int[] order = byParent(LinkageOrder.of(cosines), parents);
    int[] ordered = new int[n];
    float[] matrix = new float[n * n];
    for (int row = 0; row < n; row++) {
      ordered[row] = parents[order[row]];
      for (int column = 0; column < n; column++) {
        matrix[row * n + column] = (float) cosines[order[row]][order[column]];
      }
    }
    return new SimilarityMatrix(order, ordered, matrix);
  }

  private static double cosine(Candidates candidates, int a, int b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    int dimensions = candidates.dimensions();
    for (int d = 0; d < dimensions; d++) {
      double x = candidates.vectors()[a * dimensions + d];
      double y = candidates.vectors()[b * dimensions + d];
      product += x * y;
      squareA += x * x;
      squareB += y * y;
    }
    double scale = Math.sqrt(squareA * squareB);
    return scale > 0 ? Math.clamp(product / scale, -1, 1) : 0;
  }

  /** Keeps the order but for bringing those of one parent together, at the first of them. */
  private static int[] byParent(int[] linkage, int[] parents) {
    List<Integer> seen = new ArrayList<>();
    for (int candidate : linkage) {
      if (!seen.contains(parents[candidate])) {
        seen.add(parents[candidate]);
      }
    }
    int[] order = new int[linkage.length];
    int at = 0;
    for (int parent : seen) {
      for (int candidate : linkage) {
        if (parents[candidate] == parent) {
          order[at++] = candidate;
        }
      }
    }
    return order;
  }

  /** C, the number of candidates. */
  public int count() {
    return order.length;
  }

  /** The cosine of the candidates at two places. */
  public float at(int row, int column) {
    return cosines[row * order.length + column];
  }

  /** The pairs of different candidates that are more alike than a margin, most alike first. */
  public List<Pair> above(double margin) {
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < count(); row++) {
      for (int column = row + 1; column < count(); column++) {
        if (at(row, column) > margin) {
          pairs.add(new Pair(row, column, at(row, column)));
        }
      }
    }
    pairs.sort((a, b) -> Double.compare(b.cosine(), a.cosine()));
    return pairs;
  }
}
