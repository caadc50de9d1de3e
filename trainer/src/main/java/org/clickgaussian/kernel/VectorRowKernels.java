package org.clickgaussian.kernel;

import static java.nio.ByteOrder.nativeOrder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.clickgaussian.splat.BlendWeights;

/**
 * {@link RowKernels} on the Vector API for rows of 24 floats: three vectors of 8 floats, or of 4
 * for a half.
 */
final class VectorRowKernels implements RowKernels {
  /** The D that this class is made for. */
  static final int DIMENSIONS = 24;

  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final int ROW_BYTES = 4 * DIMENSIONS;

  private final ScalarRowKernels scalar = new ScalarRowKernels(DIMENSIONS);

  @Override
  public void render(
      MemorySegment features, BlendWeights weights, int row, float[] rendered, int at) {
    MemorySegment gaussians = weights.gaussians();
    MemorySegment factors = weights.weights();
    FloatVector a = FloatVector.zero(EIGHT);
    FloatVector b = FloatVector.zero(EIGHT);
    FloatVector c = FloatVector.zero(EIGHT);
    long end = weights.rowStart(row + 1);
    for (long entry = weights.rowStart(row); entry < end; entry++) {
      long feature = (long) gaussians.getAtIndex(INT, entry) * ROW_BYTES;
      FloatVector weight = FloatVector.broadcast(EIGHT, factors.getAtIndex(FLOAT, entry));
      a = weight.fma(load(features, feature), a);
      b = weight.fma(load(features, feature + 32), b);
      c = weight.fma(load(features, feature + 64), c);
    }
    a.intoArray(rendered, at);
    b.intoArray(rendered, at + 8);
    c.intoArray(rendered, at + 16);
  }

  private static FloatVector load(MemorySegment features, long offset) {
    return FloatVector.fromMemorySegment(EIGHT, features, offset, nativeOrder());
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(EIGHT, values, at);
  }

  @Override
  public void scatter(ChunkEntries entries, int from, int to, float[] pixels, float[] gradient) {
    int[] places = entries.places();
    float[] weights = entries.weights();
    for (int i = from; i < to; i++) {
      int source = (places[i] >>> ChunkEntries.CHUNK_BITS) * DIMENSIONS;
      int target = (places[i] & (ChunkEntries.CHUNK - 1)) * DIMENSIONS;
      FloatVector weight = FloatVector.broadcast(EIGHT, weights[i]);
      for (int d = 0; d < DIMENSIONS; d += 8) {
        weight
            .fma(load(pixels, source + d), load(gradient, target + d))
            .intoArray(gradient, target + d);
      }
    }
  }

  @Override
  public double pullToRadius(
      float[] rows,
      int stride,
      int slice,
      int dimensions,
      int fromRow,
      int toRow,
      float radius,
      float scale,
      float[] gradient) {
    if (dimensions != DIMENSIONS && dimensions != DIMENSIONS / 2) {
      return scalar.pullToRadius(
          rows, stride, slice, dimensions, fromRow, toRow, radius, scale, gradient);
    }
    double sum = 0;
    for (int row = fromRow; row < toRow; row++) {
      int at = row * stride + slice;
      float squares = dimensions == DIMENSIONS ? squares(rows, at) : halfSquares(rows, at);
      float length = (float) Math.sqrt(squares + Norms.EPSILON_SQUARED);
      float excess = length - radius;
      float factor = 2 * scale * excess / length;
      for (int i = at; i < at + dimensions; i += FOUR.length()) {
        FloatVector value = FloatVector.fromArray(FOUR, rows, i).mul(factor);
        FloatVector.fromArray(FOUR, gradient, i).add(value).intoArray(gradient, i);
      }
      sum += (double) excess * excess;
    }
    return sum;
  }

  private static float squares(float[] rows, int at) {
    FloatVector a = load(rows, at);
    FloatVector b = load(rows, at + 8);
    FloatVector c = load(rows, at + 16);
    return sum(a.fma(a, b.fma(b, c.mul(c))));
  }

  private static float halfSquares(float[] rows, int at) {
    FloatVector a = FloatVector.fromArray(FOUR, rows, at);
    FloatVector b = FloatVector.fromArray(FOUR, rows, at + 4);
    FloatVector c = FloatVector.fromArray(FOUR, rows, at + 8);
    return sumOfFour(a.fma(a, b.fma(b, c.mul(c))));
  }

  private static void add(float[] sums, int at, FloatVector value) {
    load(sums, at).add(value).intoArray(sums, at);
  }

  /**
   * The sum of the lanes in one fixed order. {@code reduceLanes} leaves the order open, and
   * interpreted and compiled code differ in it: results would change from run to run.
   */
  private static float sum(FloatVector vector) {
    float low = vector.lane(0) + vector.lane(2) + (vector.lane(1) + vector.lane(3));
    float high = vector.lane(4) + vector.lane(6) + (vector.lane(5) + vector.lane(7));
    return low + high;
  }

  private static float sumOfFour(FloatVector vector) {
    return vector.lane(0) + vector.lane(2) + (vector.lane(1) + vector.lane(3));
  }

  @Override
  public void inverseLengths(MemorySegment features, int from, int to, float[] inverse) {
    for (int row = from; row < to; row++) {
      long offset = (long) row * ROW_BYTES;
      FloatVector a = load(features, offset);
      FloatVector b = load(features, offset + 32);
      FloatVector c = load(features, offset + 64);
      float squares = sum(a.fma(a, b.fma(b, c.mul(c))));
      inverse[row] = (float) (1 / Math.sqrt(squares + Norms.EPSILON_SQUARED));
    }
  }

  @Override
  public float turnTowards(
      MemorySegment features,
      float[] inverse,
      int[] list,
      int own,
      int listed,
      int row,
      float scale,
      float[] gradient,
      int at) {
    long offset = (long) row * ROW_BYTES;
    FloatVector x = load(features, offset);
    FloatVector y = load(features, offset + 32);
    FloatVector z = load(features, offset + 64);
    FloatVector a = FloatVector.zero(EIGHT);
    FloatVector b = FloatVector.zero(EIGHT);
    FloatVector c = FloatVector.zero(EIGHT);
    float ownCosines = 0;
    for (int i = 0; i < listed; i++) {
      if (i == own) {
        ownCosines = inverse[row] * sum(x.fma(a, y.fma(b, z.mul(c))));
      }
      long other = (long) list[i] * ROW_BYTES;
      FloatVector factor = FloatVector.broadcast(EIGHT, inverse[list[i]]);
      a = factor.fma(load(features, other), a);
      b = factor.fma(load(features, other + 32), b);
      c = factor.fma(load(features, other + 64), c);
    }
    float along = inverse[row] * sum(x.fma(a, y.fma(b, z.mul(c))));
    FloatVector back = FloatVector.broadcast(EIGHT, -inverse[row] * along);
    FloatVector factor = FloatVector.broadcast(EIGHT, scale * inverse[row]);
    add(gradient, at, factor.mul(back.fma(x, a)));
    add(gradient, at + 8, factor.mul(back.fma(y, b)));
    add(gradient, at + 16, factor.mul(back.fma(z, c)));
    return own == listed ? along : ownCosines;
  }

  @Override
  public void adam(
      AdamStep step,
      MemorySegment values,
      MemorySegment gradient,
      MemorySegment first,
      MemorySegment second,
      long from,
      long to) {
    long i = from;
    FloatVector keep1 = FloatVector.broadcast(EIGHT, step.beta1());
    FloatVector keep2 = FloatVector.broadcast(EIGHT, step.beta2());
    float take1 = 1 - step.beta1();
    float take2 = 1 - step.beta2();
    for (; i <= to - EIGHT.length(); i += EIGHT.length()) {
      long offset = 4 * i;
      FloatVector g = load(gradient, offset);
      FloatVector m = keep1.fma(load(first, offset), g.mul(take1));
      FloatVector v = keep2.fma(load(second, offset), g.mul(take2).mul(g));
      m.intoMemorySegment(first, offset, nativeOrder());
      v.intoMemorySegment(second, offset, nativeOrder());
      FloatVector divisor = v.sqrt().mul(step.inverseCorrection2()).add(step.epsilon());
      load(values, offset)
          .sub(m.mul(step.rate()).div(divisor))
          .intoMemorySegment(values, offset, nativeOrder());
    }
    scalar.adam(step, values, gradient, first, second, i, to);
  }
}
