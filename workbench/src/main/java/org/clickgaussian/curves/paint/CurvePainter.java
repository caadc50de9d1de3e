package org.clickgaussian.curves.paint;

import org.clickgaussian.curves.data.Curve;

/**
 * Paints curves into premultiplied ARGB pixels, row by row from the top. Lines are smooth: a column
 * of pixels is cut into narrower ones, whose spans add up to how far each pixel is covered; where
 * many points lie in a column it is one span, of which nothing but its ends could be smooth. Keeps
 * its buffers, so use one for many pictures and on one thread.
 */
public final class CurvePainter {
  /** Narrower columns in a column of pixels, at most. */
  private static final int FINEST = 3;

  /** With more points in a column of pixels than this the column is not cut. */
  private static final double DENSE = 4;

  /** Half the side of the square that stands for a point without neighbours. */
  private static final double DOT = 2.5;

  private final ColumnSpans spans = new ColumnSpans();
  private final ColumnSpans upper = new ColumnSpans();
  private final ColumnCanvas canvas;
  private final int[] pixels;
  private final int width;
  private final int height;

  /** The rows of the ends of each narrow column's span; the top below the bottom where empty. */
  private final double[] tops;

  private final double[] bottoms;
  private double[] pen = new double[0];

  /**
   * A painter.
   *
   * @param pixels width · height premultiplied ARGB pixels, written by {@link #finish}
   */
  public CurvePainter(int[] pixels, int width, int height) {
    if (pixels.length < width * height) {
      throw new IllegalArgumentException(pixels.length + " pixels for " + width + " x " + height);
    }
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.canvas = new ColumnCanvas(width, height);
    this.tops = new double[FINEST * width];
    this.bottoms = new double[FINEST * width];
  }

  /** The pixels that {@link #finish} writes. */
  public int[] pixels() {
    return pixels;
  }

  /** The pixels in a row. */
  public int width() {
    return width;
  }

  /** The pixels in a column. */
  public int height() {
    return height;
  }

  /** How many pixels were written since the beginning, repeated ones as often as they were. */
  public long written() {
    return canvas.written();
  }

  /** Makes all pixels clear. */
  public void clear() {
    canvas.clear();
  }

  /** Writes what was painted to the pixels. */
  public void finish() {
    canvas.copyTo(pixels);
  }

  /**
   * Paints a line.
   *
   * @param argb colour, not premultiplied
   * @param thickness in pixels
   */
  public void line(Curve curve, AxisRange across, AxisRange up, int argb, double thickness) {
    line(curve, across, up, argb, thickness, LineDash.of(0), 1);
  }

  /**
   * Paints a line in dashes.
   *
   * @param argb colour, not premultiplied
   * @param thickness in pixels
   * @param scale pixels for each unit of the dashes' lengths
   */
  public void line(
      Curve curve,
      AxisRange across,
      AxisRange up,
      int argb,
      double thickness,
      LineDash dash,
      double scale) {
    int finer = finer(curve, across);
    int count = finer * width;
    spans.lay(curve, across, up.scale(), count);
    for (int i = 0; i < count; i++) {
      boolean empty = spans.isEmpty(i);
      tops[i] = empty ? Double.POSITIVE_INFINITY : row(up, spans.high(i));
      bottoms[i] = empty ? Double.NEGATIVE_INFINITY : row(up, spans.low(i));
    }
    if (!dash.isWhole()) {
      breakLine(count, finer, dash, scale);
    }
    shapePen(thickness / 2, finer);
    for (int column = 0; column < width; column++) {
      for (int i = finer * column; i < finer * (column + 1); i++) {
        stroke(i, count, 1f / finer);
      }
      canvas.flush(column, argb);
    }
    dots(count, finer, argb);
  }

  /**
   * Empties the narrow columns in gaps; where the line is so steep that gaps fit in, it is whole.
   */
  private void breakLine(int count, int finer, LineDash dash, double scale) {
    double along = 0;
    double last = Double.NaN;
    for (int i = 0; i < count; i++) {
      if (spans.isEmpty(i)) {
        last = Double.NaN;
        continue;
      }
      double middle = (tops[i] + bottoms[i]) / 2;
      double climbed = Double.isNaN(last) ? 0 : Math.abs(middle - last);
      along += Math.hypot(1.0 / finer, climbed) / scale;
      last = middle;
      // A column of many points is tall for their noise, others only where the line is steep.
      double rise = finer == 1 ? climbed : Math.max(climbed, bottoms[i] - tops[i]);
      if (rise < dash.gap() * scale && !dash.covers(along)) {
        tops[i] = Double.POSITIVE_INFINITY;
        bottoms[i] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  /** How many narrow columns a column of pixels is cut into. */
  private int finer(Curve curve, AxisRange across) {
    int from = curve.x().firstNotBelow(across.valueAt(0), 0);
    int to = curve.x().firstNotBelow(across.valueAt(1), from);
    return to - from > DENSE * width ? 1 : FINEST;
  }

  /** Half the height of a round pen at each distance, in narrow columns, from its middle. */
  private void shapePen(double radius, int finer) {
    pen = new double[(int) Math.ceil(finer * radius)];
    for (int away = 0; away < pen.length; away++) {
      double share = away / (finer * radius);
      pen[away] = radius * Math.sqrt(1 - share * share);
    }
  }

  /** Covers what a round pen does of a narrow column while it follows the curve. */
  private void stroke(int narrow, int count, float extent) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    int reach = pen.length - 1;
    int to = Math.min(count - 1, narrow + reach);
    for (int i = Math.max(0, narrow - reach); i <= to; i++) {
      double half = pen[Math.abs(i - narrow)];
      top = Math.min(top, tops[i] - half);
      bottom = Math.max(bottom, bottoms[i] + half);
    }
    canvas.cover(top, bottom, extent);
  }

  /** Paints points without neighbours, which no line leads to. */
  private void dots(int count, int finer, int argb) {
    for (int i = 0; i < count; i++) {
      if (!spans.isEmpty(i) && spans.isEmpty(i - 1) && spans.isEmpty(i + 1)) {
        double row = (tops[i] + bottoms[i]) / 2;
        int column = i / finer;
        int reach = (int) DOT;
        for (int x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
          canvas.cover(row - DOT, row + DOT, 1);
          canvas.flush(x, argb);
        }
      }
    }
  }

  /** Paints what lies between two curves over the same positions. */
  public void band(Curve below, Curve above, AxisRange across, AxisRange up, int argb) {
    spans.lay(below, across, up.scale(), width);
    upper.lay(above, across, up.scale(), width);
    for (int column = 0; column < width; column++) {
      // On a logarithmic axis the lower edge may have no place: then the band reaches to the end.
      if (!upper.isEmpty(column)) {
        double bottom = spans.isEmpty(column) ? height : row(up, spans.low(column));
        canvas.cover(row(up, upper.high(column)), bottom, 1);
        canvas.flush(column, argb);
      }
    }
  }

  /** The row, counted from the top with fractions, of a place. */
  private double row(AxisRange up, double place) {
    return height * (1 - up.share(place));
  }
}
