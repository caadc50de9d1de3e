package org.clickgaussian.splat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A sparse matrix W of pixels × Gaussians: w = αT, the weight with which a Gaussian's colour or
 * feature enters a pixel (Eq. 1 and 2). Rows are compressed: the entries of row r lie from {@link
 * #rowStart}(r) to {@link #rowStart}(r + 1), front to back.
 *
 * <p>Entries are off-heap: they are many (about 44 a pixel on real scenes).
 */
public final class BlendWeights implements AutoCloseable {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  /**
   * A matrix of no more entries is left to the garbage collector: closing shared memory stops every
   * thread for a moment, which a click would wait for.
   */
  private static final long FEW = 1 << 12;

  private final Arena arena;
  private final long[] rowStarts;
  private final MemorySegment gaussians;
  private final MemorySegment weights;

  /**
   * Memory for a matrix, to be filled by its maker.
   *
   * @param rowStarts rows + 1 ascending entry numbers, the first 0, the last the number of entries
   */
  public BlendWeights(long[] rowStarts) {
    this.rowStarts = rowStarts;
    long entries = rowStarts[rowStarts.length - 1];
    this.arena = entries > FEW ? Arena.ofShared() : null;
    Arena owner = arena == null ? Arena.ofAuto() : arena;
    this.gaussians = owner.allocate(4 * entries, 64);
    this.weights = owner.allocate(4 * entries, 64);
  }

  /** The number of rows. */
  public int rows() {
    return rowStarts.length - 1;
  }

  /** The number of entries in all rows. */
  public long entries() {
    return rowStarts[rowStarts.length - 1];
  }

  /** The number of the first entry of a row; for {@code row == rows()} the number of entries. */
  public long rowStart(int row) {
    return rowStarts[row];
  }

  /** Index of the Gaussian of each entry: int[entries]. */
  public MemorySegment gaussians() {
    return gaussians;
  }

  /** Blend weight of each entry: float[entries]. */
  public MemorySegment weights() {
    return weights;
  }

  /** The Gaussian of an entry. */
  public int gaussian(long entry) {
    return gaussians.getAtIndex(INT, entry);
  }

  /** The blend weight of an entry. */
  public float weight(long entry) {
    return weights.getAtIndex(FLOAT, entry);
  }

  /** Frees the memory of a large matrix; it must not be used any more. */
  @Override
  public void close() {
    if (arena != null) {
      arena.close();
    }
  }
}
