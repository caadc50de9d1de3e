package org.clickgaussian.cluster;

/**
 * The best candidate of each of n rows.
 *
 * @param clusters the candidate, or −1 where there are no candidates or the row is zero: int[n]
 * @param cosines its cosine similarity, −1 to 1; 0 where there is none: float[n]
 */
public record Matches(int[] clusters, float[] cosines) {
  /** Checks that both have the same length. */
  public Matches {
    if (clusters.length != cosines.length) {
      throw new IllegalArgumentException(
          clusters.length + " clusters and " + cosines.length + " cosines");
    }
  }

  /** n. */
  public int count() {
    return clusters.length;
  }
}
