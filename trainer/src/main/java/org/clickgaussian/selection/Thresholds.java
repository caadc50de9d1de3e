package org.clickgaussian.selection;

/**
 * The numbers that decide what counts as found.
 *
 * @param cosine the least cosine similarity to a candidate at which a pixel or a Gaussian belongs
 *     to it; the paper's 0.9
 * @param alpha the least alpha at which a pixel shows something; 0.5
 * @param majority the share of a cluster's pixels that must lie in a reference mask, exceeded, for
 *     the cluster to belong to the target; 0.5
 */
public record Thresholds(double cosine, double alpha, double majority) {
  /** 0.9, 0.5, 0.5. */
  public static final Thresholds PAPER = new Thresholds(0.9, 0.5, 0.5);

  /** The same with another least cosine. */
  public Thresholds withCosine(double other) {
    return new Thresholds(other, alpha, majority);
  }

  /** The same with another least alpha. */
  public Thresholds withAlpha(double other) {
    return new Thresholds(cosine, other, majority);
  }

  /** The same with another majority. */
  public Thresholds withMajority(double other) {
    return new Thresholds(cosine, alpha, other);
  }
}
