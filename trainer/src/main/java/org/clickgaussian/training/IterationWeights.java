package org.clickgaussian.training;

import java.util.stream.IntStream;
import org.clickgaussian.splat.BlendWeights;

/**
 * The blend weights of one iteration's pixels.
 *
 * @param weights a matrix that holds them
 * @param rows the row of each pixel in it
 * @param owned whether the matrix is this iteration's alone, to be freed when it is done
 */
record IterationWeights(BlendWeights weights, int[] rows, boolean owned) implements AutoCloseable {
  /** Rows of a matrix that is kept for later iterations. */
  static IterationWeights of(BlendWeights kept, int[] rows) {
    return new IterationWeights(kept, rows, false);
  }

  /** A matrix of the iteration's pixels in their order. */
  static IterationWeights owning(BlendWeights weights) {
    return new IterationWeights(weights, IntStream.range(0, weights.rows()).toArray(), true);
  }

  @Override
  public void close() {
    if (owned) {
      weights.close();
    }
  }
}
