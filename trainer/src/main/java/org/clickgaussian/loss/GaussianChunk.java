package org.clickgaussian.loss;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.clickgaussian.kernel.CandidateKernels;
import org.clickgaussian.kernel.ChunkEntries;

/**
 * A run of Gaussians that one thread works on: a copy of their features, their gradients, and room
 * to compute in. Reused from chunk to chunk.
 */
final class GaussianChunk {
  private final int dimensions;
  private final float[] features;
  private final float[] gradient;
  private int[] list = new int[64];
  private final CandidateKernels.Scratch scratch = new CandidateKernels.Scratch();
  private int first;
  private int count;

  GaussianChunk(int dimensions) {
    this.dimensions = dimensions;
    this.features = new float[ChunkEntries.CHUNK * dimensions];
    this.gradient = new float[ChunkEntries.CHUNK * dimensions];
  }

  /** Copies the features of the Gaussians from … to − 1 and sets their gradients to zero. */
  void load(MemorySegment table, int from, int to) {
    first = from;
    count = to - from;
    long floats = (long) from * dimensions;
    MemorySegment.copy(table, ValueLayout.JAVA_FLOAT, 4 * floats, features, 0, count * dimensions);
    Arrays.fill(gradient, 0, count * dimensions, 0);
  }

  /** Writes the gradients to the rows of the whole table. */
  void store(MemorySegment table) {
    long floats = (long) first * dimensions;
    MemorySegment.copy(gradient, 0, table, ValueLayout.JAVA_FLOAT, 4 * floats, count * dimensions);
  }

  /** The first Gaussian. */
  int first() {
    return first;
  }

  /** The number of Gaussians. */
  int count() {
    return count;
  }

  /** Row-major float[count][D]. */
  float[] features() {
    return features;
  }

  /** Row-major float[count][D]. */
  float[] gradient() {
    return gradient;
  }

  /** Room for a list of Gaussians. */
  int[] list(int length) {
    if (list.length < length) {
      list = new int[2 * length];
    }
    return list;
  }

  CandidateKernels.Scratch scratch() {
    return scratch;
  }
}
