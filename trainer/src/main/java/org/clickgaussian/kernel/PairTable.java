package org.clickgaussian.kernel;

/**
 * The pixels of the negative contrastive term as the pair loop wants them, and the sums that it
 * makes. Pixels are padded to a multiple of {@link #BLOCK}; a padding pixel has segment 0 and zero
 * features.
 *
 * <p>Features and sums lie block by block, within a block by columns: [block][d][pixel of the
 * block]. So all that two blocks need is a few pages of memory, without gaps that would fall on the
 * same lines of the processor's cache. With unit coarse half ĉ and second half r̂ scaled to the
 * length of the fine feature, S_coarse = ⟨ĉ_p, ĉ_q⟩ and S_fine = a_p a_q S_coarse + ⟨r̂_p, r̂_q⟩,
 * where a = |c| / |F|, or 0 where the fine feature has no coarse half.
 */
public final class PairTable {
  /** Pixels in a block: one bit of a long for each. */
  public static final int BLOCK = 64;

  /** Partial sums of S_fine kept for each pixel, so that vectors can be added to them. */
  static final int LANES = 16;

  final int size;
  final int coarseDimensions;
  final int fineDimensions;
  final float[] coarseColumns;
  final float[] fineColumns;
  final float[] coarseShare;
  final int[] coarseSegments;
  final int[] fineSegments;
  final float[] coarseSums;
  final float[] fineSums;
  final float[] fineSimilarity;
  final float[] fineSimilarityLanes;

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
    this.coarseColumns = new float[coarseDimensions * size];
    this.fineColumns = new float[fineDimensions * size];
    this.coarseShare = new float[size];
    this.coarseSegments = new int[size];
    this.fineSegments = new int[size];
    this.coarseSums = new float[coarseDimensions * size];
    this.fineSums = new float[fineDimensions * size];
    this.fineSimilarity = new float[size];
    this.fineSimilarityLanes = new float[LANES * size];
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

  /** Where float 0 of a pixel lies in columns; float d lies d · BLOCK further on. */
  static int place(int pixel, int dimensions) {
    return pixel / BLOCK * BLOCK * dimensions + pixel % BLOCK;
  }

  private int coarsePlace(int pixel, int d) {
    return place(pixel, coarseDimensions) + d * BLOCK;
  }

  private int finePlace(int pixel, int d) {
    return place(pixel, fineDimensions) + d * BLOCK;
  }

  /** Sets the segments of a pixel, 0 for none, and a = |c| / |F|. */
  public void setPixel(int pixel, int coarseSegment, int fineSegment, float share) {
    coarseSegments[pixel] = coarseSegment;
    fineSegments[pixel] = fineSegment;
    coarseShare[pixel] = share;
  }

  /** Sets float {@code d} of ĉ. */
  public void setCoarse(int pixel, int d, float value) {
    coarseColumns[coarsePlace(pixel, d)] = value;
  }

  /** Sets float {@code d} of r̂. */
  public void setFine(int pixel, int d, float value) {
    fineColumns[finePlace(pixel, d)] = value;
  }

  /** Float {@code d} of ĉ. */
  public float coarse(int pixel, int d) {
    return coarseColumns[coarsePlace(pixel, d)];
  }

  /** Float {@code d} of r̂. */
  public float fine(int pixel, int d) {
    return fineColumns[finePlace(pixel, d)];
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
    return coarseSums[coarsePlace(pixel, d)];
  }

  /** Float {@code d} of Σ r̂_q over the pixels q that count against the pixel, fine. */
  public float fineSum(int pixel, int d) {
    return fineSums[finePlace(pixel, d)];
  }

  /** Σ S_coarse over the pixels that count against the pixel: ⟨ĉ_p, Σ ĉ_q⟩. */
  public float coarseSimilarity(int pixel) {
    double product = 0;
    for (int d = 0; d < coarseDimensions; d++) {
      product += (double) coarse(pixel, d) * coarseSum(pixel, d);
    }
    return (float) product;
  }

  /** Σ S_fine over the pixels that count against the pixel. */
  public float fineSimilarity(int pixel) {
    float sum = fineSimilarity[pixel];
    for (int lane = pixel * LANES; lane < (pixel + 1) * LANES; lane++) {
      sum += fineSimilarityLanes[lane];
    }
    return sum;
  }
}
