package org.clickgaussian.curves.data;

/**
 * Numbers over ascending positions, both of which may grow at their end; what is not finite is a
 * gap.
 */
public final class Curve {
  private final DoubleColumn x;
  private final Heights heights;

  /** The numbers with their pyramids, made when first asked for. */
  private static final class Heights {
    private final DoubleColumn y;
    private MinMaxPyramid linear;
    private MinMaxPyramid logarithmic;

    Heights(DoubleColumn y) {
      this.y = y;
    }

    MinMaxPyramid linear() {
      linear = linear == null ? new MinMaxPyramid(y) : linear;
      linear.follow();
      return linear;
    }

    MinMaxPyramid logarithmic() {
      logarithmic = logarithmic == null ? new MinMaxPyramid(new DoubleColumn()) : logarithmic;
      DoubleColumn places = logarithmic.column();
      for (int i = places.size(); i < y.size(); i++) {
        places.add(AxisScale.LOGARITHMIC.place(y.get(i)));
      }
      logarithmic.follow();
      return logarithmic;
    }
  }

  /**
   * A curve.
   *
   * @param x ascending positions
   * @param y a number for each position
   */
  public Curve(DoubleColumn x, DoubleColumn y) {
    this(x, new Heights(y));
  }

  private Curve(DoubleColumn x, Heights heights) {
    this.x = x;
    this.heights = heights;
  }

  /** The positions. */
  public DoubleColumn x() {
    return x;
  }

  /** The numbers. */
  public DoubleColumn y() {
    return heights.y;
  }

  /** How many points it has. */
  public int size() {
    return Math.min(x.size(), heights.y.size());
  }

  /** The same numbers over other positions; what is computed from the numbers is shared. */
  public Curve over(DoubleColumn positions) {
    return positions == x ? this : new Curve(positions, heights);
  }

  /** The pyramid over the places of the numbers on an axis, up to date. */
  public MinMaxPyramid pyramid(AxisScale scale) {
    return scale == AxisScale.LINEAR ? heights.linear() : heights.logarithmic();
  }
}
