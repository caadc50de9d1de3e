package org.clickgaussian.curves.data;

/**
 * Numbers over ascending positions, both of which may grow at their end; what is not finite is a
 * gap.
 */
public final class Curve {
  private final DoubleColumn x;
  private final DoubleColumn y;
  private MinMaxPyramid linear;
  private MinMaxPyramid logarithmic;

  /**
   * A curve.
   *
   * @param x ascending positions; may be longer than y for a moment
   * @param y a number for each position
   */
  public Curve(DoubleColumn x, DoubleColumn y) {
    this.x = x;
    this.y = y;
  }

  /** The positions. */
  public DoubleColumn x() {
    return x;
  }

  /** The numbers. */
  public DoubleColumn y() {
    return y;
  }

  /** How many points it has. */
  public int size() {
    return Math.min(x.size(), y.size());
  }

  /** The same numbers over other positions; what was computed from the numbers is shared. */
  public Curve over(DoubleColumn positions) {
    Curve other = new Curve(positions, y);
    other.linear = pyramid(AxisScale.LINEAR);
    other.logarithmic = logarithmic;
    return other;
  }

  /** The pyramid over the places of the numbers on an axis, up to date. */
  public MinMaxPyramid pyramid(AxisScale scale) {
    if (scale == AxisScale.LINEAR) {
      linear = linear == null ? new MinMaxPyramid(y) : linear;
      linear.follow();
      return linear;
    }
    logarithmic = logarithmic == null ? new MinMaxPyramid(new DoubleColumn()) : logarithmic;
    DoubleColumn places = logarithmic.column();
    for (int i = places.size(); i < y.size(); i++) {
      places.add(AxisScale.LOGARITHMIC.place(y.get(i)));
    }
    logarithmic.follow();
    return logarithmic;
  }
}
