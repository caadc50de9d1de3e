package org.clickgaussian.sam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Floats with a shape, outside the heap so that a network reads them without a copy. Not changed
 * once filled, and then safe for several threads.
 *
 * @param shape lengths of the axes, the slowest first
 * @param values as many floats as the product of the lengths
 */
record Tensor(long[] shape, FloatBuffer values) {
  static Tensor ofShape(long... shape) {
    long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(4L, count)));
    return new Tensor(shape, bytes.order(ByteOrder.nativeOrder()).asFloatBuffer());
  }

  static Tensor of(float[] values, long... shape) {
    Tensor tensor = ofShape(shape);
    if (tensor.values.capacity() != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for the shape " + Arrays.toString(shape));
    }
    tensor.values.put(0, values);
    return tensor;
  }

  /** The length of an axis counted from the last: 0 is the fastest. */
  int fromLast(int axis) {
    return Math.toIntExact(shape[shape.length - 1 - axis]);
  }
}
