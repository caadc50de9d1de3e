package org.clickgaussian.training;

/**
 * What a run keeps in memory, and what it computes anew whenever it is needed. The result has the
 * same bits.
 *
 * @param weightsKept whether the blend weights of all views' pools are kept; else each iteration
 *     splats its view again
 * @param poolingKept whether the matrix of average pooling is kept; else each search for clusters
 *     splats all views again
 */
public record MemoryPlan(boolean weightsKept, boolean poolingKept) {
  /** Everything is kept: the fastest. */
  public static final MemoryPlan KEEP_ALL = new MemoryPlan(true, true);

  /** What is done, in words. */
  public String describe() {
    String weights = "blend weights are computed anew for each iteration";
    String pooling = "segments are pooled anew for each search for clusters";
    if (weightsKept) {
      return poolingKept ? "blend weights are kept" : pooling;
    }
    return poolingKept ? weights : weights + " and " + pooling;
  }
}
