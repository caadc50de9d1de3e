package org.clickgaussian.curves.data;

import java.util.Arrays;

/** Numbers that only grow at their end. Not safe for use by several threads at once. */
public final class DoubleColumn {
  private static final int FIRST_CAPACITY = 64;

  private double[] values;
  private int size;

  /** No numbers. */
  public DoubleColumn() {
    this(new double[FIRST_CAPACITY], 0);
  }

  private DoubleColumn(double[] values, int size) {
    this.values = values;
    this.size = size;
  }

  /** The given numbers, copied. */
  public static DoubleColumn of(double... values) {
    return new DoubleColumn(Arrays.copyOf(values, Math.max(1, values.length)), values.length);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The number at an index from 0. */
  public double get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    return values[index];
  }

  /** Adds a number. */
  public void add(double value) {
    reserve(size + 1);
    values[size++] = value;
  }

  /** Adds the first {@code count} numbers of an array. */
  public void addAll(double[] more, int count) {
    reserve(size + count);
    System.arraycopy(more, 0, values, size, count);
    size += count;
  }

  private void reserve(int wanted) {
    if (wanted > values.length) {
      values = Arrays.copyOf(values, Math.max(wanted, values.length + values.length / 2 + 1));
    }
  }

  /** The numbers without a copy; valid up to {@link #size} until the next addition. */
  double[] array() {
    return values;
  }

  /** The last number. */
  public double last() {
    return get(size - 1);
  }

  /**
   * The first index whose number is not below {@code value}, in ascending numbers from an index.
   * Costs the logarithm of how far that is.
   */
  public int firstNotBelow(double value, int from) {
    int low = from;
    int stride = 1;
    while (low + stride < size && values[low + stride] < value) {
      low += stride;
      stride *= 2;
    }
    int high = Math.min(size, low + stride);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the number nearest to a value in ascending numbers; -1 if there are none. */
  public int nearest(double value) {
    if (size == 0) {
      return -1;
    }
    int above = Math.min(firstNotBelow(value, 0), size - 1);
    return above > 0 && value - values[above - 1] <= values[above] - value ? above - 1 : above;
  }
}
