package org.clickgaussian.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.clickgaussian.splat.BlendWeights;

/** {@link RowKernels} in plain Java, for any D. */
final class ScalarRowKernels implements RowKernels {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private final int dimensions;

  ScalarRowKernels(int dimensions) {
    this.dimensions = dimensions;
  }

  @Override
  public void render(
      MemorySegment features, BlendWeights weights, int row, float[] rendered, int at) {
    for (int d = 0; d < dimensions; d++) {
      rendered[at + d] = 0;
    }
    for (long entry = weights.rowStart(row); entry < weights.rowStart(row + 1); entry++) {
      long feature = (long) weights.gaussian(entry) * dimensions;
      float weight = weights.weight(entry);
      for (int d = 0; d < dimensions; d++) {
        rendered[at + d] += weight * features.getAtIndex(FLOAT, feature + d);
      }
    }
  }

  @Override
  public void scatter(ChunkEntries entries, int from, int to, float[] pixels, float[] gradient) {
    for (int i = from; i < to; i++) {
      int source = entries.pixel(i) * dimensions;
      int target = entries.gaussian(i) * dimensions;
      float weight = entries.weights()[i];
      for (int d = 0; d < dimensions; d++) {
        gradient[target + d] += weight * pixels[source + d];
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
    double sum = 0;
    for (int row = fromRow; row < toRow; row++) {
      int at = row * stride + slice;
      float length = Norms.length(rows, at, dimensions);
      float excess = length - radius;
      sum += (double) excess * excess;
      float factor = 2 * scale * excess / length;
      for (int i = at; i < at + dimensions; i++) {
        gradient[i] += factor * rows[i];
      }
    }
    return sum;
  }

  @Override
  public void inverseLengths(MemorySegment features, int from, int to, float[] inverse) {
    for (int row = from; row < to; row++) {
      float squares = Norms.EPSILON_SQUARED;
      for (int d = 0; d < dimensions; d++) {
        float value = features.getAtIndex(FLOAT, (long) row * dimensions + d);
        squares += value * value;
      }
      inverse[row] = (float) (1 / Math.sqrt(squares));
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
    float[] direction = new float[dimensions];
    addUnitRows(features, inverse, list, 0, own, direction);
    float ownCosines = inverse[row] * along(features, row, direction);
    addUnitRows(features, inverse, list, own, listed, direction);
    float back = inverse[row] * inverse[row] * along(features, row, direction);
    float factor = scale * inverse[row];
    for (int d = 0; d < dimensions; d++) {
      float value = features.getAtIndex(FLOAT, (long) row * dimensions + d);
      gradient[at + d] += factor * (direction[d] - back * value);
    }
    return ownCosines;
  }

  private void addUnitRows(
      MemorySegment features, float[] inverse, int[] list, int from, int to, float[] sum) {
    for (int i = from; i < to; i++) {
      long feature = (long) list[i] * dimensions;
      float factor = inverse[list[i]];
      for (int d = 0; d < dimensions; d++) {
        sum[d] += factor * features.getAtIndex(FLOAT, feature + d);
      }
    }
  }

  private float along(MemorySegment features, int row, float[] direction) {
    float product = 0;
    for (int d = 0; d < dimensions; d++) {
      product += direction[d] * features.getAtIndex(FLOAT, (long) row * dimensions + d);
    }
    return product;
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
    for (long i = from; i < to; i++) {
      float g = gradient.getAtIndex(FLOAT, i);
      float m = step.beta1() * first.getAtIndex(FLOAT, i) + (1 - step.beta1()) * g;
      float v = step.beta2() * second.getAtIndex(FLOAT, i) + (1 - step.beta2()) * g * g;
      first.setAtIndex(FLOAT, i, m);
      second.setAtIndex(FLOAT, i, v);
      float divisor = (float) Math.sqrt(v) * step.inverseCorrection2() + step.epsilon();
      values.setAtIndex(FLOAT, i, values.getAtIndex(FLOAT, i) - step.rate() * m / divisor);
    }
  }
}
