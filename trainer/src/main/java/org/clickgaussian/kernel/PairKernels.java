package org.clickgaussian.kernel;

/** The loop over pairs of pixels of the negative contrastive term (Eq. 4). */
public interface PairKernels {
  /**
   * Takes every unordered pair of a pixel of block {@code p} with one of block {@code q} once: a
   * pair whose pixels have different segments, neither of them 0, and a similarity above the margin
   * is added to the sums of both. Two calls may run at once if they have no block in common.
   *
   * @param table the pixels and their sums
   * @param p first pixel of a block
   * @param q first pixel of another block, or the same
   * @param margins the levels to look at
   * @param scratch memory of the calling thread
   */
  void addBlockPair(PairTable table, int p, int q, Margins margins, Scratch scratch);

  /**
   * Room for the products of four pixels with a block, and for one vector.
   *
   * @param coarse float[4 · BLOCK]
   * @param fine float[4 · BLOCK]
   * @param lanes float[BLOCK]
   */
  record Scratch(float[] coarse, float[] fine, float[] lanes) {
    /** New memory. */
    public static Scratch create() {
      int products = 4 * PairTable.BLOCK;
      return new Scratch(new float[products], new float[products], new float[PairTable.BLOCK]);
    }
  }

  /**
   * Margins of the two levels; positive infinity leaves a level out.
   *
   * @param coarse τ^c
   * @param fine τ^f
   */
  record Margins(float coarse, float fine) {
    /** Leaves a level out. */
    public static final float OFF = Float.POSITIVE_INFINITY;
  }
}
