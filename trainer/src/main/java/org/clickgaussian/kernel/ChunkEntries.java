package org.clickgaussian.kernel;

/**
 * Entries of a transposed sparse matrix, those of one chunk of {@link #CHUNK} Gaussians after those
 * of the chunk before. A place packs pixel and Gaussian into one int: {@code pixel << 10 | Gaussian
 * in its chunk}.
 *
 * @param places int[], packed
 * @param weights float[], the weight of each entry
 */
public record ChunkEntries(int[] places, float[] weights) {
  /** Bits of the number of a Gaussian in its chunk. */
  public static final int CHUNK_BITS = 10;

  /** Gaussians in a chunk: their rows stay in the second-level cache. */
  public static final int CHUNK = 1 << CHUNK_BITS;

  /** The largest number of pixels that a place can hold. */
  public static final int MAXIMUM_PIXELS = 1 << (31 - CHUNK_BITS);

  /** The place of a pixel and a Gaussian's number in the whole scene. */
  public static int place(int pixel, int gaussian) {
    return pixel << CHUNK_BITS | gaussian & (CHUNK - 1);
  }

  /** The pixel of entry {@code i}. */
  public int pixel(int i) {
    return places[i] >>> CHUNK_BITS;
  }

  /** The Gaussian of entry {@code i}, counted within its chunk. */
  public int gaussian(int i) {
    return places[i] & (CHUNK - 1);
  }
}
