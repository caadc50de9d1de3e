package org.clickgaussian.kernel;

/**
 * The pixels of the negative contrastive term as the pair loop wants them, and the sums that it
 * makes. Pixels are padded to a multiple of {@link #BLOCK}; a padding pixel has segment 0 and zero
 * features.
 *
 * <p>Every pixel appears twice: in columns [d][pixel], for the products of whole blocks, and in
 * rows [pixel][stride], for the few pairs that count. With unit coarse half ĉ and second half r̂
 * scaled to the length of the fine feature, S_coarse = ⟨ĉ_p, ĉ_q⟩ and S_fine = a_p a_q S_coarse +
 * ⟨r̂_p, r̂_q⟩, where a = |c| / |F|, or 0 where the fine feature has no coarse half.
 */
public final class PairTable {
  /** Pixels in a block. */
  public static final int BLOCK = 64;

  /** Rows are padded to a multiple of this many floats. */
  private static final int ROW = 16;

  final int size;
  final int coarseDimensions;
  final int fineDimensions;
  final int coarseStride;
  final int fineStride;
  final float[] coarseColumns;
  final float[] fineColumns;
  final float[] coarseRows;
  final float[] fineRows;
  final float[] coarseShare;
  final int[] coarseSegments;
  final int[] fineSegments;
  final float[] coarseSums;
  final float[] fineSums;
  final float[] coarseSimilarity;
  final float[] fineSimilarity;

  /**
   * A table of padding.
   *
   * @param pixels the number of pixels
   * @param coarseDimensions floats of ĉ
   * @param fineDimensions floats of r̂
   */
  public PairTable(int pixels, int coarseDimensions, int fineDimensions) {
    this.size = (pixels + BLOCK - 1) / BLOCK * BLOCK;
    this.coarseDimensions = coarseDimensions;
    this.fineDimensions = fineDimensions;
    this.coarseStride = (coarseDimensions + ROW - 1) / ROW * ROW;
    this.fineStride = (fineDimensions + ROW - 1) / ROW * ROW;
    this.coarseColumns = new float[coarseDimensions * size];
    this.fineColumns = new float[fineDimensions * size];
    this.coarseRows = new float[coarseStride * size];
    this.fineRows = new float[fineStride * size];
    this.coarseShare = new float[size];
    this.coarseSegments = new int[size];
    this.fineSegments = new int[size];
    this.coarseSums = new float[coarseStride * size];
    this.fineSums = new float[fineStride * size];
    this.coarseSimilarity = new float[size];
    this.fineSimilarity = new float[size];
  }

  /** Pixels, padding included. */
  public int size() {
    return size;
  }

  /** Floats of ĉ. */
  public int coarseDimensions() {
    return coarseDimensions;
  }

  /** Floats of r̂. */
  public int fineDimensions() {
    return fineDimensions;
  }

  /** Sets the segments of a pixel, 0 for none, and a = |c| / |F|. */
  public void setPixel(int pixel, int coarseSegment, int fineSegment, float share) {
    coarseSegments[pixel] = coarseSegment;
    fineSegments[pixel] = fineSegment;
    coarseShare[pixel] = share;
  }

  /** Sets float {@code d} of ĉ. */
  public void setCoarse(int pixel, int d, float value) {
    coarseColumns[d * size + pixel] = value;
    coarseRows[pixel * coarseStride + d] = value;
  }

  /** Sets float {@code d} of r̂. */
  public void setFine(int pixel, int d, float value) {
    fineColumns[d * size + pixel] = value;
    fineRows[pixel * fineStride + d] = value;
  }

  /** Float {@code d} of ĉ. */
  public float coarse(int pixel, int d) {
    return coarseRows[pixel * coarseStride + d];
  }

  /** Float {@code d} of r̂. */
  public float fine(int pixel, int d) {
    return fineRows[pixel * fineStride + d];
  }

  /** The coarse segment of a pixel, 0 for none. */
  public int coarseSegment(int pixel) {
    return coarseSegments[pixel];
  }

  /** The fine segment of a pixel, 0 for none. */
  public int fineSegment(int pixel) {
    return fineSegments[pixel];
  }

  /** a = |c| / |F|. */
  public float coarseShare(int pixel) {
    return coarseShare[pixel];
  }

  /** Float {@code d} of Σ ĉ_q over the pixels q that count against the pixel, coarse. */
  public float coarseSum(int pixel, int d) {
    return coarseSums[pixel * coarseStride + d];
  }

  /** Float {@code d} of Σ r̂_q over the pixels q that count against the pixel, fine. */
  public float fineSum(int pixel, int d) {
    return fineSums[pixel * fineStride + d];
  }

  /** Σ S_coarse over the pixels that count against the pixel. */
  public float coarseSimilarity(int pixel) {
    return coarseSimilarity[pixel];
  }

  /** Σ S_fine over the pixels that count against the pixel. */
  public float fineSimilarity(int pixel) {
    return fineSimilarity[pixel];
  }
}
