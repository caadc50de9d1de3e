package org.clickgaussian.viewport.frame;

/**
 * How many of some numbers fall into each of several bins that lie side by side. Empty where there
 * are no numbers.
 *
 * @param from the least number, where the first bin begins
 * @param to the greatest number, where the last bin ends
 * @param logarithmic whether the bins are equally wide in the logarithm rather than in the number
 * @param counts of the bins
 */
public record Histogram(double from, double to, boolean logarithmic, int[] counts) {

  /**
   * Counts numbers.
   *
   * @param values finite, and above 0 if {@code logarithmic}
   * @param bins the number of bins, at least 1
   */
  public static Histogram of(float[] values, int bins, boolean logarithmic) {
    if (bins < 1) {
      throw new IllegalArgumentException("a histogram has at least one bin, not " + bins);
    }
    if (values.length == 0) {
      return new Histogram(0, 0, logarithmic, new int[bins]);
    }
    float least = values[0];
    float greatest = values[0];
    for (float value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    Histogram empty = new Histogram(least, greatest, logarithmic, new int[bins]);
    for (float value : values) {
      empty.counts[empty.bin(value)]++;
    }
    return empty;
  }

  /** Whether no number was counted. */
  public boolean isEmpty() {
    for (int count : counts) {
      if (count > 0) {
        return false;
      }
    }
    return true;
  }

  /** The most that fell into one bin. */
  public int largest() {
    int largest = 0;
    for (int count : counts) {
      largest = Math.max(largest, count);
    }
    return largest;
  }

  /** The bin of a number; numbers outside belong to the first or last. */
  public int bin(double value) {
    return (int) Math.clamp(place(value) * counts.length, 0, counts.length - 1);
  }

  /**
   * Where a number lies between the ends, as bins are spaced: 0 at {@code from}, 1 at the other.
   */
  public double place(double value) {
    double begin = scaled(from);
    double width = scaled(to) - begin;
    return width > 0 ? (scaled(value) - begin) / width : 0;
  }

  /** The number at a place from 0 to 1: the inverse of {@link #place}. */
  public double valueAt(double place) {
    double value = scaled(from) + place * (scaled(to) - scaled(from));
    return logarithmic ? Math.exp(value) : value;
  }

  /** Where a bin begins; for the number of bins, where the last ends. */
  public double edge(int bin) {
    return valueAt(bin / (double) counts.length);
  }

  private double scaled(double value) {
    return logarithmic ? Math.log(value) : value;
  }
}
