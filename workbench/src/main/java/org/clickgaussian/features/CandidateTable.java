package org.clickgaussian.features;

import org.clickgaussian.feature.space.SimilarityMatrix;
import org.clickgaussian.mask.Level;

/**
 * How alike the candidates of a level are.
 *
 * @param level of the candidates
 * @param matrix all pairs
 * @param clusters the cluster that each candidate belongs to, by number; −1 where it was split:
 *     int[C]
 * @param names what each candidate's cluster is called: String[C]
 * @param margin τ^l that the run was trained with: candidates should not be more alike
 */
public record CandidateTable(
    Level level, SimilarityMatrix matrix, int[] clusters, String[] names, double margin) {
  /** The candidate at a place of the order. */
  public int candidate(int place) {
    return matrix.order()[place];
  }

  /** The name of the cluster at a place of the order. */
  public String name(int place) {
    return names[candidate(place)];
  }
}
