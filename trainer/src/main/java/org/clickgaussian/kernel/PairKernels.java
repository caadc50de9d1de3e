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
   * What is found out about two blocks, bit matrices of pixels of the first × pixels of the second.
   *
   * @param coarse long[BLOCK], the pairs that count at the coarse level
   * @param fine long[BLOCK], the pairs that count at the fine level
   * @param turned long[BLOCK], room for a transpose
   * @param filled long[2], room for the numbers of rows that are not empty
   * @param coarseProducts float[BLOCK · BLOCK], S_coarse of the pairs
   * @param fineProducts float[BLOCK · BLOCK], S_fine of the pairs
   */
  record Scratch(
      long[] coarse,
      long[] fine,
      long[] turned,
      long[] filled,
      float[] coarseProducts,
      float[] fineProducts) {
    /** New memory. */
    public static Scratch create() {
      int block = PairTable.BLOCK;
      return new Scratch(
          new long[block],
          new long[block],
          new long[block],
          new long[2],
          new float[block * block],
          new float[block * block]);
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
