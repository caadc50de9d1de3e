package org.clickgaussian.curves.data;

/** How numbers are laid along an axis. */
public enum AxisScale {
  /** As they are. */
  LINEAR,
  /** By their decimal logarithm; numbers that are not above 0 have no place. */
  LOGARITHMIC;

  /** The place of a number; NaN if it has none. */
  public double place(double value) {
    return this == LINEAR ? value : value > 0 ? Math.log10(value) : Double.NaN;
  }

  /** The number at a place. */
  public double value(double place) {
    return this == LINEAR ? place : Math.pow(10, place);
  }
}
