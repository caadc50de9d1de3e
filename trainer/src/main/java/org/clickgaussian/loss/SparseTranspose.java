package org.clickgaussian.loss;

import org.clickgaussian.kernel.ChunkEntries;
import org.clickgaussian.kernel.RowKernels;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.work.Workers;

/**
 * The chosen rows of a view's blend weights, and their entries regrouped by chunks of Gaussians, so
 * that ∂L/∂f = Wᵀ ∂L/∂F can be summed by many threads without two writing to one row.
 *
 * <p>A radix partition: pieces of rows count their entries for each chunk; running sums say where
 * each piece writes; within a chunk the entries keep the order of the rows. So a Gaussian's sum is
 * always taken in the same order.
 */
final class SparseTranspose {
  private static final int PIECE = 256;

  private final Workers workers;
  private final int chunks;
  private int[] places = new int[0];
  private float[] weights = new float[0];
  private int[] chunkStarts;

  /**
   * Room for a scene.
   *
   * @param count N, the number of Gaussians
   */
  SparseTranspose(int count, Workers workers) {
    this.workers = workers;
    this.chunks = Workers.pieces(count, ChunkEntries.CHUNK);
    this.chunkStarts = new int[chunks + 1];
  }

  /** The number of chunks of {@link ChunkEntries#CHUNK} Gaussians. */
  int chunks() {
    return chunks;
  }

  /** Regroups the entries of the rows; pixel p is {@code rows[p]}. */
  void regroup(BlendWeights matrix, int[] rows) {
    if (rows.length > ChunkEntries.MAXIMUM_PIXELS) {
      throw new IllegalArgumentException(rows.length + " pixels in one iteration are too many");
    }
    int[][] next = new int[Workers.pieces(rows.length, PIECE)][chunks];
    workers.forRanges(
        rows.length, PIECE, (piece, from, to) -> count(matrix, rows, from, to, next[piece]));
    int entries = place(next);
    if (places.length < entries) {
      places = new int[entries];
      weights = new float[entries];
    }
    workers.forRanges(
        rows.length, PIECE, (piece, from, to) -> fill(matrix, rows, from, to, next[piece]));
  }

  private static void count(BlendWeights matrix, int[] rows, int from, int to, int[] counts) {
    for (int p = from; p < to; p++) {
      long end = matrix.rowStart(rows[p] + 1);
      for (long entry = matrix.rowStart(rows[p]); entry < end; entry++) {
        counts[matrix.gaussian(entry) >>> ChunkEntries.CHUNK_BITS]++;
      }
    }
  }

  /** Turns the counts into the places where each piece begins; returns the number of entries. */
  private int place(int[][] counts) {
    int at = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      chunkStarts[chunk] = at;
      for (int[] ofPiece : counts) {
        int count = ofPiece[chunk];
        ofPiece[chunk] = at;
        at = Math.addExact(at, count);
      }
    }
    chunkStarts[chunks] = at;
    return at;
  }

  private void fill(BlendWeights matrix, int[] rows, int from, int to, int[] next) {
    for (int p = from; p < to; p++) {
      long end = matrix.rowStart(rows[p] + 1);
      for (long entry = matrix.rowStart(rows[p]); entry < end; entry++) {
        int gaussian = matrix.gaussian(entry);
        int at = next[gaussian >>> ChunkEntries.CHUNK_BITS]++;
        places[at] = ChunkEntries.place(p, gaussian);
        weights[at] = matrix.weight(entry);
      }
    }
  }

  /** Adds the chunk's rows of Wᵀ · ∂L/∂F. */
  void add(RowKernels kernels, int chunk, RenderedPixels pixels, GaussianChunk gaussians) {
    kernels.scatter(
        new ChunkEntries(places, weights),
        chunkStarts[chunk],
        chunkStarts[chunk + 1],
        pixels.gradient(),
        gaussians.gradient());
  }
}
