package org.clickgaussian.curves.paint;

import org.clickgaussian.curves.data.AxisScale;

/**
 * The part of an axis that is shown.
 *
 * @param scale how numbers are laid along it
 * @param from place of its beginning on the scale
 * @param to place of its end on the scale, above {@code from}
 */
public record AxisRange(AxisScale scale, double from, double to) {
  /** Below this share of the places' magnitude neighbouring doubles would be seen. */
  private static final double LEAST_SHARE = 1e-10;

  private static final double MOST_PLACE = 1e300;

  /** Checks the ends. */
  public AxisRange {
    if (!(from < to) || Double.isInfinite(to - from)) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  /**
   * The range that holds places with some room around them.
   *
   * @param least the smallest place; NaN or infinite if there are none
   * @param most the largest place
   * @param room share of the range that is left free at either end
   */
  public static AxisRange around(AxisScale scale, double least, double most, double room) {
    if (!(least <= most) || Math.max(Math.abs(least), Math.abs(most)) > MOST_PLACE) {
      return new AxisRange(scale, 0, 1);
    }
    double size = Math.max(Math.abs(least), Math.abs(most));
    double middle = least / 2 + most / 2;
    double half = (most - least) / 2;
    if (half < size * LEAST_SHARE || half == 0) {
      half = scale == AxisScale.LOGARITHMIC || size == 0 ? 0.5 : size / 2;
    }
    half *= 1 + 2 * room;
    return new AxisRange(scale, middle - half, middle + half);
  }

  /** The share of the range, 0 to 1, at which a place lies. */
  public double share(double place) {
    return (place - from) / (to - from);
  }

  /** The number at a share of the range. */
  public double valueAt(double share) {
    return scale.value(placeAt(share));
  }

  /** The place at a share of the range. */
  public double placeAt(double share) {
    return from + share * (to - from);
  }

  /** Moved by a share of its length. */
  public AxisRange moved(double share) {
    double step = share * (to - from);
    return sensible(from + step, to + step);
  }

  /**
   * Drawn together (factor below 1) or apart around a share that keeps its place.
   *
   * @param factor of its length
   */
  public AxisRange zoomed(double share, double factor) {
    double place = placeAt(share);
    return sensible(place - factor * (place - from), place + factor * (to - place));
  }

  /** The part between two shares, in any order. */
  public AxisRange part(double one, double other) {
    return sensible(placeAt(Math.min(one, other)), placeAt(Math.max(one, other)));
  }

  /** This range where the other would be too short or too long to be drawn. */
  private AxisRange sensible(double begin, double end) {
    double size = Math.max(Math.abs(begin), Math.abs(end));
    return end - begin > size * LEAST_SHARE && size < MOST_PLACE
        ? new AxisRange(scale, begin, end)
        : this;
  }
}
