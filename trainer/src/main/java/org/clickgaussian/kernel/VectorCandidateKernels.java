package org.clickgaussian.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link CandidateKernels} on the Vector API: one Gaussian a lane while cosines are compared,
 * blocks of {@link #BLOCK} Gaussians; candidates are added up row by row for the lanes that count.
 */
final class VectorCandidateKernels implements CandidateKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int BLOCK = 2 * LANES;
  private static final int ROWS = 4;

  @Override
  public void guide(
      Candidates candidates,
      float[] rows,
      int stride,
      int slice,
      int count,
      Limits limits,
      float[] gradient,
      Sums sums,
      Scratch scratch) {
    Block block = new Block(candidates, limits, sums, scratch);
    for (int from = 0; from < count; from += BLOCK) {
      int size = Math.min(BLOCK, count - from);
      block.load(rows, stride, from * stride + slice, size);
      block.compare();
      block.choose(0, size);
      block.choose(LANES, size);
      block.store(gradient, stride, from * stride + slice, size);
    }
  }

  /** One block of Gaussians. */
  private static final class Block {
    private final Candidates candidates;
    private final Limits limits;
    private final Sums sums;

    /** Unit features [d][BLOCK]. */
    private final float[] columns;

    /** Cosines [candidate][BLOCK], candidates padded to a multiple of {@link #ROWS}. */
    private final float[] similarities;

    /** Sums of candidates with their signs [BLOCK][stride]. */
    private final float[] directions;

    private final float[] inverse = new float[BLOCK];
    private final float[] along = new float[BLOCK];
    private final float[] best = new float[BLOCK];
    private final float[] lanes = new float[LANES];

    Block(Candidates candidates, Limits limits, Sums sums, Scratch scratch) {
      this.candidates = candidates;
      this.limits = limits;
      this.sums = sums;
      this.columns = scratch.columns(candidates.dimensions() * BLOCK);
      this.similarities = scratch.similarities((candidates.count() + ROWS) * BLOCK);
      this.directions = scratch.sums(candidates.stride() * BLOCK);
    }

    void load(float[] rows, int stride, int at, int size) {
      int dimensions = candidates.dimensions();
      Arrays.fill(columns, 0, dimensions * BLOCK, 0);
      for (int i = 0; i < size; i++) {
        int row = at + i * stride;
        inverse[i] = 1 / Norms.length(rows, row, dimensions);
        for (int d = 0; d < dimensions; d++) {
          columns[d * BLOCK + i] = rows[row + d] * inverse[i];
        }
      }
      Arrays.fill(along, 0);
      Arrays.fill(directions, 0, candidates.stride() * BLOCK, 0);
    }

    void compare() {
      int last = candidates.count() - 1;
      for (int c = 0; c <= last; c += ROWS) {
        int stride = candidates.stride();
        multiply(
            c * stride,
            Math.min(c + 1, last) * stride,
            Math.min(c + 2, last) * stride,
            Math.min(c + 3, last) * stride,
            c * BLOCK);
      }
    }

    private void multiply(int rowA, int rowB, int rowC, int rowD, int at) {
      FloatVector a0 = FloatVector.zero(FLOATS);
      FloatVector a1 = a0;
      FloatVector b0 = a0;
      FloatVector b1 = a0;
      FloatVector c0 = a0;
      FloatVector c1 = a0;
      FloatVector d0 = a0;
      FloatVector d1 = a0;
      float[] vectors = candidates.rows();
      for (int d = 0; d < candidates.dimensions(); d++) {
        FloatVector x = FloatVector.fromArray(FLOATS, columns, d * BLOCK);
        FloatVector y = FloatVector.fromArray(FLOATS, columns, d * BLOCK + LANES);
        FloatVector a = FloatVector.broadcast(FLOATS, vectors[rowA + d]);
        FloatVector b = FloatVector.broadcast(FLOATS, vectors[rowB + d]);
        FloatVector c = FloatVector.broadcast(FLOATS, vectors[rowC + d]);
        FloatVector e = FloatVector.broadcast(FLOATS, vectors[rowD + d]);
        a0 = a.fma(x, a0);
        a1 = a.fma(y, a1);
        b0 = b.fma(x, b0);
        b1 = b.fma(y, b1);
        c0 = c.fma(x, c0);
        c1 = c.fma(y, c1);
        d0 = e.fma(x, d0);
        d1 = e.fma(y, d1);
      }
      a0.intoArray(similarities, at);
      a1.intoArray(similarities, at + LANES);
      b0.intoArray(similarities, at + BLOCK);
      b1.intoArray(similarities, at + BLOCK + LANES);
      c0.intoArray(similarities, at + 2 * BLOCK);
      c1.intoArray(similarities, at + 2 * BLOCK + LANES);
      d0.intoArray(similarities, at + 3 * BLOCK);
      d1.intoArray(similarities, at + 3 * BLOCK + LANES);
    }

    /** Finds the nearest candidate of each lane, then counts positives and negatives. */
    void choose(int lane, int size) {
      if (lane >= size) {
        return;
      }
      VectorMask<Float> inside = FLOATS.indexInRange(lane, size);
      FloatVector most = FloatVector.fromArray(FLOATS, similarities, lane);
      FloatVector nearest = FloatVector.zero(FLOATS);
      for (int c = 1; c < candidates.count(); c++) {
        FloatVector similarity = FloatVector.fromArray(FLOATS, similarities, c * BLOCK + lane);
        VectorMask<Float> more = similarity.compare(VectorOperators.GT, most);
        nearest = nearest.blend(c, more);
        most = most.max(similarity);
      }
      nearest.intoArray(best, lane);
      VectorMask<Float> assigned = most.compare(VectorOperators.GT, limits.threshold()).and(inside);
      raise(lane, most, assigned);
      float share = 1f / candidates.count();
      FloatVector lowered = FloatVector.zero(FLOATS);
      for (int c = 0; c < candidates.count(); c++) {
        FloatVector similarity = FloatVector.fromArray(FLOATS, similarities, c * BLOCK + lane);
        VectorMask<Float> above = similarity.compare(VectorOperators.GT, limits.margin());
        if (above.anyTrue()) {
          VectorMask<Float> counted = above.and(nearest.compare(VectorOperators.NE, c)).and(inside);
          lowered = lowered.add(similarity, counted);
          addCandidate(lane, counted.toLong(), c, share);
        }
      }
      FloatVector shared = lowered.mul(share);
      sums.negative += sum(shared);
      FloatVector.fromArray(FLOATS, along, lane).add(shared).intoArray(along, lane);
    }

    /** Not reduceLanes, whose order differs between interpreted and compiled code. */
    private double sum(FloatVector vector) {
      vector.intoArray(lanes, 0);
      double sum = 0;
      for (float value : lanes) {
        sum += value;
      }
      return sum;
    }

    private void raise(int lane, FloatVector most, VectorMask<Float> assigned) {
      sums.positive += sum(FloatVector.zero(FLOATS).blend(most, assigned));
      sums.assigned += assigned.trueCount();
      FloatVector.fromArray(FLOATS, along, lane).sub(most, assigned).intoArray(along, lane);
      for (long open = assigned.toLong(); open != 0; open &= open - 1) {
        int bit = Long.numberOfTrailingZeros(open);
        addCandidate(lane, 1L << bit, (int) best[lane + bit], -1);
      }
    }

    private void addCandidate(int lane, long lanes, int c, float factor) {
      int stride = candidates.stride();
      for (int d = 0; d < stride; d += LANES) {
        FloatVector vector =
            FloatVector.fromArray(FLOATS, candidates.rows(), c * stride + d).mul(factor);
        for (long open = lanes; open != 0; open &= open - 1) {
          int at = (lane + Long.numberOfTrailingZeros(open)) * stride + d;
          FloatVector.fromArray(FLOATS, directions, at).add(vector).intoArray(directions, at);
        }
      }
    }

    /** Adds scale/|x| · (Σ ±c − (Σ ±S) x/|x|). */
    void store(float[] gradient, int stride, int at, int size) {
      for (int i = 0; i < size; i++) {
        float scale = limits.scale() * inverse[i];
        for (int d = 0; d < candidates.dimensions(); d++) {
          float direction = directions[i * candidates.stride() + d];
          gradient[at + i * stride + d] += scale * (direction - along[i] * columns[d * BLOCK + i]);
        }
      }
    }
  }
}
